package org.mailroom.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.EnhancedStatusCode;

/** Replies, and how they go over the wire. */
class ReplyOctetsTest {

  @Test
  void aReplyOfOneLineHasASpaceBehindItsCode() {
    assertThat(wire(SmtpReply.of(354, "Go on"))).isEqualTo("354 Go on|");
  }

  @Test
  void eachLineOfAReplyHasTheCodes() {
    SmtpReply reply =
        new SmtpReply(
            550, Optional.of(new EnhancedStatusCode(5, 1, 1)), List.of("No", "such", "user"));
    assertThat(wire(reply)).isEqualTo("550-5.1.1 No|550-5.1.1 such|550 5.1.1 user|");
  }

  @Test
  void whatIsNotAsciiBecomesAQuestionMark() {
    assertThat(wire(SmtpReply.of(250, "\u4f8b"))).isEqualTo("250 ?|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "a\u001Bb", "a\u0085b"})
  void aReplyWithAControlCharacterCannotBeBuilt(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> SmtpReply.of(250, text));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 199, 600, -250})
  void aReplyWithACodeOutOfRangeCannotBeBuilt(int code) {
    assertThatIllegalArgumentException().isThrownBy(() -> SmtpReply.of(code, "x"));
  }

  private static String wire(SmtpReply reply) {
    return new String(ReplyOctets.of(reply), StandardCharsets.US_ASCII).replace("\r\n", "|");
  }
}
