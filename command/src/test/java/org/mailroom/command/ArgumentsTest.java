package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

  @Test
  void optionsMayStandAnywhereAndBeRepeated() throws Exception {
    Arguments arguments = parse("--to", "a@x.test", "mail.eml", "--json", "--to=b@x.test");

    assertThat(arguments.operand(0, "FILE")).isEqualTo("mail.eml");
    assertThat(arguments.values("--to")).containsExactly("a@x.test", "b@x.test");
    assertThat(arguments.value("--to")).contains("b@x.test");
    assertThat(arguments.has("--json")).isTrue();
    assertThat(arguments.value("--json")).isEmpty();
  }

  @Test
  void behindTwoHyphensEverythingIsAnOperand() throws Exception {
    assertThat(parse("--", "--json").operand(0, "FILE")).isEqualTo("--json");
  }

  @Test
  void aSingleHyphenIsAnOperand() throws Exception {
    assertThat(parse("-").operand(0, "FILE")).isEqualTo("-");
  }

  @ParameterizedTest
  @CsvSource({
    "--verbose, unknown option: --verbose",
    "--json=yes, unknown option: --json=yes",
    "--to, missing value: --to",
    "a b, unexpected argument: b"
  })
  void anythingElseIsRefused(String words, String message) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> parse(words.split(" ")))
        .withMessage(message);
  }

  @Test
  void aMissingOperandIsNamed() {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> parse().operand(0, "FILE"))
        .withMessage("missing argument: FILE");
  }

  private static Arguments parse(String... words) throws UsageException {
    return Arguments.parse(List.of(words), Set.of("--json"), Set.of("--to"), 1);
  }
}
