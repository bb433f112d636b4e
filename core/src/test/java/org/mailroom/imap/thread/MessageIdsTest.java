package org.mailroom.imap.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mime.MimeField;
import org.mailroom.mime.MimePart;

class MessageIdsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a@b>                       | [a@b]
          <a@b><c@d> <e@f>            | [a@b, c@d, e@f]
          text <a@b> (comment) <c@d>  | [a@b, c@d]
          <"a"@b>                     | [a@b]
          <"a \\"> <b"@c>             | '[a "> <b@c]'
          < a @ b >                   | [a@b]
          <<a@b>                      | [a@b]
          <a <b@c>                    | [b@c]
          <a@b                        | []
          <a> <@> <a@> <@b> a@b>      | []
          <"a@b>                      | []
          """)
  void idsAreFoundWhateverIsAround(String field, String ids) {
    assertThat(MessageIds.in(field)).hasToString(ids);
  }

  @Test
  void whatIsTooLongIsNoId() {
    assertThat(MessageIds.in("<" + "a".repeat(500) + "@b> <c@d>")).containsExactly("c@d");
  }

  @Test
  void whatAMessageAnswersCountsOnlyWhenItRefersToNothing() {
    assertThat(of("message-id", "<a@b>", "references", "<c@d> <e@f>", "in-reply-to", "<g@h>"))
        .hasToString("MessageIds[own=Optional[a@b], references=[c@d, e@f]]");
    assertThat(of("references", "none", "in-reply-to", "your mail <g@h> <i@j>"))
        .hasToString("MessageIds[own=Optional.empty, references=[g@h]]");
  }

  private static MessageIds of(String... fields) {
    List<MimeField> all =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i -> new MimeField(fields[2 * i], fields[2 * i + 1]))
            .toList();
    return MessageIds.of(new MimePart(0, 0, 0, 0, 0, all));
  }
}
