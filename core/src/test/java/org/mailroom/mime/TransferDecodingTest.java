package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferDecodingTest {

  @ParameterizedTest
  @CsvSource({
    "TWFpbA==, Mail",
    "TWFpbA, Mail",
    "'TW Fp|bA==|', Mail",
    "TWFpbA==TWFpbA==, MailMail",
    "'!T-W*F_p?b§A', Mail",
    "TWFpb, Mai",
    "====, ''",
    "T, ''",
    "'', ''",
  })
  void base64IsReadWhateverIsInIt(String body, String text) throws IOException {
    assertThat(decode(body.replace("|", "\r\n"), "base64")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "caf=C3=A9, café",
    "caf=c3=a9, café",
    "a=|b, ab",
    "'a= \t|b', ab",
    "'a  |b', 'a|b'",
    "'a  ', a",
    "'a b', 'a b'",
    "a=, a",
    "'a= ', a",
    "'a= b', 'a= b'",
    "a=3, a=3",
    "a=3Zb, a=3Zb",
    "a==41, a=A",
    "a=3=41, a=3A",
    "a=|, a",
    "'a=20|b', 'a |b'",
    "'', ''",
  })
  void quotedPrintableIsReadWhateverIsInIt(String body, String text) throws IOException {
    assertThat(decode(body.replace("|", "\r\n"), "Quoted-Printable"))
        .isEqualTo(text.replace("|", "\r\n"));
  }

  @Test
  void aLoneLineFeedEndsALineToo() throws IOException {
    assertThat(decode("a =\nb \nc=\rd", "quoted-printable")).isEqualTo("a b\ncd");
  }

  @Test
  void spacesWithoutEndAreKept() throws IOException {
    String spaces = " ".repeat(100_000);
    assertThat(decode(spaces + "x", "quoted-printable")).isEqualTo(spaces + "x");
  }

  @ParameterizedTest
  @CsvSource({"7bit", "8bit", "binary", "x-uuencode", "''"})
  void otherEncodingsChangeNothing(String encoding) throws IOException {
    assertThat(decode("a=41 TWFpbA==", encoding)).isEqualTo("a=41 TWFpbA==");
    assertThat(TransferDecoding.isKnown(encoding)).isEqualTo(!encoding.startsWith("x"));
  }

  @Test
  void commentsBehindTheEncodingDoNotMatter() throws IOException {
    assertThat(decode("TWFpbA==", "BASE64 (of course)")).isEqualTo("Mail");
  }

  @RepeatedTest(50)
  void whatIsEncodedIsDecoded(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    byte[] octets = new byte[random.nextInt(20_000)];
    random.nextBytes(octets);
    byte[] base64 = Base64.getMimeEncoder().encode(octets);
    ByteArrayOutputStream quoted = new ByteArrayOutputStream();
    for (byte octet : octets) {
      String soft = random.nextInt(30) == 0 ? "=\r\n" : "";
      quoted.writeBytes((soft + String.format("=%02X", octet)).getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(in(base64, "base64").readAllBytes()).isEqualTo(octets);
    assertThat(in(quoted.toByteArray(), "quoted-printable").readAllBytes()).isEqualTo(octets);
  }

  @RepeatedTest(50)
  void junkEndsToo(RepetitionInfo repetition) throws IOException {
    byte[] octets = new byte[20_000];
    new Random(repetition.getCurrentRepetition()).nextBytes(octets);
    assertThat(in(octets, "base64").readAllBytes()).hasSizeLessThanOrEqualTo(octets.length);
    assertThat(in(octets, "quoted-printable").readAllBytes())
        .hasSizeLessThanOrEqualTo(octets.length);
  }

  private static String decode(String body, String encoding) throws IOException {
    return new String(
        in(body.getBytes(StandardCharsets.UTF_8), encoding).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static InputStream in(byte[] body, String encoding) {
    return TransferDecoding.of(new ByteArrayInputStream(body), encoding);
  }
}
