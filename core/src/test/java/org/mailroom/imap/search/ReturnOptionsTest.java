package org.mailroom.imap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.imap.grammar.Arguments;
import org.mailroom.imap.grammar.ImapSyntaxException;
import org.mailroom.mailbox.NumberSet;

class ReturnOptionsTest {

  @ParameterizedTest
  @CsvSource({
    "RETURN () ALL, [ALL]",
    "return (min Max) ALL, '[MIN, MAX]'",
    "RETURN (SAVE) ALL, [SAVE]",
    "RETURN (COUNT ALL COUNT SAVE) ALL, '[COUNT, ALL, SAVE]'",
  })
  void optionsAreRead(String text, String options) throws Exception {
    Arguments arguments = arguments(text);
    assertThat(new TreeSet<>(ReturnOptions.read(arguments).orElseThrow().wanted()))
        .hasToString(options);
    assertThat(arguments.atom()).isEqualTo("ALL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALL", "CHARSET UTF-8 ALL", "RETURNED", ""})
  void theyMayBeMissing(String text) throws Exception {
    Arguments arguments = arguments(text);
    assertThat(ReturnOptions.read(arguments)).isEqualTo(Optional.empty());
    assertThat(arguments.peek()).isEqualTo(text.isEmpty() ? 0 : text.charAt(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RETURN",
        "RETURN ALL",
        "RETURN (",
        "RETURN (MIN",
        "RETURN (MIN)",
        "RETURN (SUM) ALL"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> ReturnOptions.read(arguments(text)))
        .isInstanceOf(ImapSyntaxException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "SAVE, 2:9",
    "SAVE MIN, 2",
    "SAVE MAX, 9",
    "SAVE MIN MAX, '2,9'",
    "SAVE MIN COUNT, 2:9",
    "SAVE MIN ALL, 2:9",
  })
  void whatIsKeptDependsOnWhatIsAsked(String options, String saved) throws Exception {
    ReturnOptions read =
        ReturnOptions.read(arguments("RETURN (" + options + ") ALL")).orElseThrow();
    assertThat(read.saved(NumberList.of(NumberSet.range(2, 9)))).hasToString(saved);
    assertThat(read.saved(NumberList.of())).isEqualTo(NumberSet.NONE);
    assertThat(read.isSilent()).isEqualTo(options.equals("SAVE"));
  }

  private static Arguments arguments(String text) {
    return Searching.arguments(text, StandardCharsets.UTF_8);
  }
}
