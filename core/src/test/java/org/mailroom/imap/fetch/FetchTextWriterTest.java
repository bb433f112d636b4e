package org.mailroom.imap.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.imap.FetchTexts;

class FetchTextWriterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Subject: Lunch|From: Ann <ann@corp.test>||Noon?|",
        "Subject: a\"b\\c|To: x: y;|Content-Type: text/html; charset=\"utf-8\"||<p>|",
        "Content-Type: multipart/mixed; boundary=b||--b||one|--b|"
            + "Content-Type: message/rfc822||Subject: in||two|--b--|"
      })
  void theyAreWhatFetchSays(String text) throws Exception {
    BytesMessage message = BytesMessage.ofText(text.replace("|", "\r\n"));
    FetchTexts texts = FetchTextWriter.texts(message.structure()).orElseThrow();
    assertThat("ENVELOPE " + ascii(texts.envelope())).isEqualTo(message.fetch("ENVELOPE"));
    assertThat("BODYSTRUCTURE " + ascii(texts.bodyStructure()))
        .isEqualTo(message.fetch("BODYSTRUCTURE"));
  }

  private static String ascii(byte[] text) {
    return new String(text, US_ASCII);
  }

  @Test
  void whatDependsOnTheClientIsNotKept() {
    assertThat(FetchTextWriter.texts(BytesMessage.ofText("Subject: é\r\n\r\n").structure()))
        .isEmpty();
  }

  @Test
  void whatIsLongIsNotKept() {
    String subject = "Subject: " + "a".repeat(FetchTexts.LONGEST) + "\r\n\r\n";
    assertThat(FetchTextWriter.texts(BytesMessage.ofText(subject).structure())).isEmpty();
  }
}
