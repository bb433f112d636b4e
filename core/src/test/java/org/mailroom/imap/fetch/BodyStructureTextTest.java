package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mime.MimeBudget;
import org.mailroom.mime.MimeStructure;

class BodyStructureTextTest {

  private static final String EMPTY_ENVELOPE = "(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)";
  private static final String USUAL =
      "\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\"";

  @Test
  void theExampleOfRfc3501IsToldAsThere() throws Exception {
    BytesMessage message =
        BytesMessage.ofText(
            "Content-Type: TEXT/PLAIN; CHARSET=US-ASCII\r\n\r\n"
                + "x\r\n".repeat(91)
                + "y".repeat(3028 - 3 * 91 - 2)
                + "\r\n");
    assertThat(message.fetch("BODY"))
        .isEqualTo("BODY (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 3028 92)");
  }

  @Test
  void theExampleWithTwoPartsOfRfc3501IsToldAsThere() throws Exception {
    String first = "x\r\n".repeat(22) + "y".repeat(1152 - 3 * 22);
    String second = "x\r\n".repeat(72) + "y".repeat(4554 - 3 * 72);
    BytesMessage message =
        BytesMessage.of(
            "Content-Type: multipart/mixed; boundary=b",
            "",
            "--b",
            "Content-Type: TEXT/PLAIN; CHARSET=US-ASCII",
            "",
            first,
            "--b",
            "Content-Type: TEXT/PLAIN; CHARSET=US-ASCII; NAME=\"cc.diff\"",
            "Content-ID: <960723163407.20117h@cac.washington.edu>",
            "Content-Description: Compiler diff",
            "Content-Transfer-Encoding: base64",
            "",
            second,
            "--b--",
            "");
    assertThat(message.fetch("BODY"))
        .isEqualTo(
            "BODY ((\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\") NIL NIL \"7BIT\" 1152 23)"
                + "(\"TEXT\" \"PLAIN\" (\"CHARSET\" \"US-ASCII\" \"NAME\" \"cc.diff\")"
                + " \"<960723163407.20117h@cac.washington.edu>\" \"Compiler diff\""
                + " \"BASE64\" 4554 73) \"MIXED\")");
  }

  @Test
  void aContainedMessageHasItsEnvelopeAndStructure() throws Exception {
    BytesMessage message =
        BytesMessage.of(
            "Content-Type: multipart/mixed; boundary=b",
            "Content-Language: en",
            "",
            "--b",
            "Content-Type: message/rfc822",
            "",
            "Subject: s",
            "Content-Type: multipart/alternative; boundary=c",
            "",
            "--c",
            "Content-Type: text/html",
            "",
            "<p>",
            "--c--",
            "",
            "--b--",
            "");
    assertThat(message.fetch("BODYSTRUCTURE"))
        .isEqualTo(
            "BODYSTRUCTURE ((\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 107"
                + " (NIL \"s\" NIL NIL NIL NIL NIL NIL NIL NIL)"
                + " ((\"TEXT\" \"HTML\" NIL NIL NIL \"7BIT\" 3 1 NIL NIL NIL NIL)"
                + " \"ALTERNATIVE\" (\"boundary\" \"c\") NIL NIL NIL)"
                + " 9 NIL NIL NIL NIL)"
                + " \"MIXED\" (\"boundary\" \"b\") NIL \"en\" NIL)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "Content-MD5: Q2hlY2s=                       | 'Q2hlY2s=' NIL NIL NIL",
        "Content-Disposition: inline                 | NIL ('inline' NIL) NIL NIL",
        "Content-Disposition: attachment; filename=a; size=1 "
            + "| NIL ('attachment' ('filename' 'a' 'size' '1')) NIL NIL",
        "Content-Disposition: attachment; filename*0*=utf-8''a%20; filename*1=\"b c\" "
            + "| NIL ('attachment' ('filename*0*' 'utf-8\\'\\'a%20' 'filename*1' 'b c')) NIL NIL",
        "Content-Disposition: ; filename=a           | NIL NIL NIL NIL",
        "Content-Language: de                        | NIL NIL 'de' NIL",
        "Content-Language: en, de ,                  | NIL NIL ('en' 'de') NIL",
        "Content-Language: ,                         | NIL NIL NIL NIL",
        "Content-Location: http://a.test/b           | NIL NIL NIL 'http://a.test/b'",
      })
  void extensionsAreFieldsOfThePart(String field, String expected) throws Exception {
    BytesMessage message = BytesMessage.of(field, "", "");
    String quoted = expected.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\'');
    assertThat(message.fetch("BODYSTRUCTURE"))
        .isEqualTo("BODYSTRUCTURE (" + USUAL + " 0 0 " + quoted + ")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "text                        | 'TEXT' 'PLAIN' ('CHARSET' 'US-ASCII') NIL NIL '7BIT' 3 1",
        "text/plain                  | 'TEXT' 'PLAIN' NIL NIL NIL '7BIT' 3 1",
        "text/html; charset=\"x\\\"y\" | 'TEXT' 'HTML' ('charset' 'x\\'y') NIL NIL '7BIT' 3 1",
        "text/html; charset = utf-8 (c) ; ; x | 'TEXT' 'HTML' ('charset' 'utf-8') NIL NIL '7BIT' 3 1",
        "image/Png                   | 'IMAGE' 'PNG' NIL NIL NIL '7BIT' 3",
        "message/partial; id=1       | 'MESSAGE' 'PARTIAL' ('id' '1') NIL NIL '7BIT' 3"
      })
  void typesAndTheirParametersAreTold(String type, String expected) throws Exception {
    BytesMessage message = BytesMessage.of("Content-Type: " + type, "", "x", "");
    String quoted = expected.replace("\\'", "\\\u0001").replace('\'', '"').replace('\u0001', '"');
    assertThat(message.fetch("BODY")).isEqualTo("BODY (" + quoted + ")");
  }

  @Test
  void textThatIsNotAsciiIsALiteral() throws Exception {
    BytesMessage message = BytesMessage.of("Content-Type: a/b; name=\"\u00c3\u00a4\"", "", "");
    assertThat(message.fetch("BODY"))
        .isEqualTo("BODY (\"A\" \"B\" (\"name\" {2}\r\n\u00c3\u00a4) NIL NIL \"7BIT\" 0)");
  }

  @Test
  void partsOfADigestAreMessages() throws Exception {
    BytesMessage message =
        BytesMessage.of(
            "Content-Type: multipart/digest; boundary=b",
            "",
            "--b",
            "",
            "Subject: x",
            "",
            "1",
            "--b--",
            "");
    assertThat(message.fetch("BODY"))
        .isEqualTo(
            "BODY ((\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 15"
                + " (NIL \"x\" NIL NIL NIL NIL NIL NIL NIL NIL) ("
                + USUAL
                + " 1 1) 3) \"DIGEST\")");
    assertThat(message.fetch("BODY[1.1]")).isEqualTo("BODY[1.1] {1}\r\n1");
  }

  @Test
  void whatShouldHavePartsHasAnEmptyOne() throws Exception {
    BytesMessage multipart = BytesMessage.of("Content-Type: multipart/mixed", "", "x");
    assertThat(multipart.fetch("(BODY BODY[1] BODY[2])"))
        .isEqualTo("BODY ((" + USUAL + " 0 0) \"MIXED\") BODY[1] {0}\r\n BODY[2] NIL");
    BytesMessage contains = BytesMessage.of("Content-Type: message/rfc822", "X: y");
    assertThat(contains.fetch("BODY"))
        .isEqualTo(
            "BODY (\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 0 "
                + EMPTY_ENVELOPE
                + " ("
                + USUAL
                + " 0 0) 0)");
  }

  @Test
  void anOpaqueMessageIsOnePart() throws Exception {
    MimeBudget narrow = new MimeBudget(1, 1, Duration.ofHours(1));
    String text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n";
    BytesMessage message = BytesMessage.of(text.getBytes(StandardCharsets.US_ASCII), narrow);
    assertThat(message.structure().opaque()).isTrue();
    assertThat(message.fetch("(BODY BODY[1] BODY[1.1])"))
        .isEqualTo(
            "BODY (\"APPLICATION\" \"OCTET-STREAM\" NIL NIL NIL \"7BIT\" 17)"
                + " BODY[1] {17}\r\n--b\r\n\r\nx\r\n--b--\r\n BODY[1.1] NIL");
    BytesMessage unread = new BytesMessage(message.octets(), MimeStructure.unread(text.length()));
    assertThat(unread.fetch("(BODY BODY[HEADER])"))
        .isEqualTo("BODY (" + USUAL + " " + text.length() + " 0) BODY[HEADER] {0}\r\n");
  }

  @Test
  void deepAndManyPartsAreTold() {
    String deep = "Content-Type: message/rfc822\r\n\r\n".repeat(99);
    String many = "Content-Type: multipart/x; boundary=b\r\n" + "\r\n--b\r\n".repeat(9_990);
    String value = "Content-Type: a/b; x=\"" + "\\\"y".repeat(2_700) + "\r\n\r\n";
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (String text : new String[] {deep, many, value}) {
            BytesMessage message = BytesMessage.ofText(text);
            assertThat(message.structure().opaque()).isFalse();
            String told = message.fetch("BODYSTRUCTURE");
            byte[] octets = told.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(new ResponseParser(octets).values()).hasSize(2);
          }
        });
  }
}
