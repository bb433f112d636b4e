package org.mailroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.InMemoryContent;

class SendCommandTest {

  private static final String MESSAGE =
      "From: Ann <ann@corp.test>\r\nTo: bob@x.test\r\nCc: eve@x.test\r\n\r\nHello\r\n";

  @Test
  void theHeaderSaysWhoWhenNoOptionDoes() throws Exception {
    Envelope envelope = envelope(MESSAGE);

    assertThat(envelope.reversePath()).hasToString("ann@corp.test");
    assertThat(envelope.recipients())
        .extracting(recipient -> recipient.path().toString())
        .containsExactly("bob@x.test", "eve@x.test");
  }

  @Test
  void optionsWinOverTheHeader() throws Exception {
    Envelope envelope = envelope(MESSAGE, "--from", "", "--to", "kim@x.test");

    assertThat(envelope.reversePath().isNull()).isTrue();
    assertThat(envelope.recipients())
        .extracting(recipient -> recipient.path().toString())
        .containsExactly("kim@x.test");
  }

  @Test
  void aMessageThatNamesNobodyIsRefused() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> envelope("Subject: x\r\n\r\n", "--to", "bob@x.test"))
        .withMessage("The message has no From field, and no option says who");
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> envelope("From: ann@corp.test\r\n\r\n"))
        .withMessage("The message has no To field, and no option says who");
  }

  @Test
  void whatIsNoAddressIsNamed() {
    assertThatExceptionOfType(FailureException.class)
        .isThrownBy(() -> envelope(MESSAGE, "--to", "bob"))
        .withMessage("\"bob\" is no address: An address has an @");
  }

  private static Envelope envelope(String message, String... words) throws Exception {
    return SendCommand.envelope(
        Arguments.parse(List.of(words), Set.of(), Set.of("--from", "--to"), 1),
        new InMemoryContent(message.getBytes(StandardCharsets.UTF_8)));
  }
}
