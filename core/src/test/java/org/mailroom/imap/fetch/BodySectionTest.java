package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The message of the example in RFC 3501, 6.4.5, and the sections that it names. */
class BodySectionTest {

  private static final String TEXT =
      """
      Subject: top
      Content-Type: multipart/mixed; boundary=a

      --a

      1
      --a
      Content-Type: application/octet-stream

      2
      --a
      Content-Type: message/rfc822
      X: 3.MIME

      Subject: 3
      Content-Type: multipart/mixed; boundary=b

      --b

      3.1
      --b
      Content-Type: application/octet-stream

      3.2
      --b--
      --a
      Content-Type: multipart/mixed; boundary=c

      --c
      Content-Type: image/gif

      4.1
      --c
      Content-Type: message/rfc822

      Subject: 4.2
      Content-Type: multipart/mixed; boundary=d

      --d

      4.2.1
      --d
      Content-Type: multipart/alternative; boundary=e

      --e

      4.2.2.1
      --e
      Content-Type: text/richtext

      4.2.2.2
      --e--
      --d--
      --c--
      --a
      Content-Type: message/rfc822

      Subject: 5

      5.1
      --a--
      """
          .replace("\n", "\r\n");

  private final BytesMessage message = BytesMessage.ofText(TEXT);

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "3.1, 3.1",
    "3.2, 3.2",
    "4.1, 4.1",
    "4.1.MIME, 'Content-Type: image/gif||'",
    "4.2.1, 4.2.1",
    "4.2.2.1, 4.2.2.1",
    "4.2.2.2, 4.2.2.2",
    "4.2.2.2.MIME, 'Content-Type: text/richtext||'",
    "4.2.HEADER, 'Subject: 4.2|Content-Type: multipart/mixed; boundary=d||'",
    "3.HEADER, 'Subject: 3|Content-Type: multipart/mixed; boundary=b||'",
    "3.MIME, 'Content-Type: message/rfc822|X: 3.MIME||'",
    "3.TEXT, '--b||3.1|--b|Content-Type: application/octet-stream||3.2|--b--'",
    "5, 'Subject: 5||5.1'",
    "5.TEXT, 5.1",
    "5.1, 5.1",
    "5.1.MIME, 'Subject: 5||'",
    "HEADER, 'Subject: top|Content-Type: multipart/mixed; boundary=a||'",
    "5.HEADER.FIELDS (SUBJECT), 'Subject: 5||'",
    "3.HEADER.FIELDS.NOT (SUBJECT), 'Content-Type: multipart/mixed; boundary=b||'"
  })
  void partsAreWhereTheirNumbersSay(String section, String expected) throws Exception {
    String octets = expected.replace("|", "\r\n");
    assertThat(message.fetch("BODY[" + section + "]"))
        .isEqualTo("BODY[" + section + "] {" + octets.length() + "}\r\n" + octets);
  }

  @ParameterizedTest
  @CsvSource({
    "6",
    "1.1",
    "2.1",
    "1.HEADER",
    "2.TEXT",
    "4.HEADER",
    "4.TEXT",
    "3.3",
    "4.3",
    "4.1.1",
    "5.2",
    "5.1.1",
    "5.1.HEADER",
    "4.2.2.3",
    "4294967295",
    "6.MIME",
    "1.HEADER.FIELDS (A)",
    "3.1.1.1"
  })
  void whatIsNotThereIsNil(String section) throws Exception {
    assertThat(message.fetch("BODY[" + section + "]<7.1>"))
        .isEqualTo("BODY[" + section + "]<7> NIL");
  }

  @Test
  void theWholeIsTheMessageWhateverItIsCalled() throws Exception {
    String literal = " {" + TEXT.length() + "}\r\n" + TEXT;
    assertThat(message.fetch("BODY.PEEK[]")).isEqualTo("BODY[]" + literal);
    assertThat(message.fetch("RFC822")).isEqualTo("RFC822" + literal);
    int header = TEXT.indexOf("--a");
    assertThat(message.fetch("RFC822.HEADER"))
        .isEqualTo("RFC822.HEADER {" + header + "}\r\n" + TEXT.substring(0, header));
    assertThat(message.fetch("RFC822.TEXT"))
        .isEqualTo("RFC822.TEXT {" + (TEXT.length() - header) + "}\r\n" + TEXT.substring(header));
  }

  @Test
  void aBodyThatIsNoMultipartIsPartOne() throws Exception {
    BytesMessage plain = BytesMessage.of("Subject: x", "", "hi");
    assertThat(plain.fetch("(BODY[1] BODY[1.MIME] BODY[TEXT] BODY[2] BODY[1.1] BODY[1.TEXT])"))
        .isEqualTo(
            "BODY[1] {2}\r\nhi BODY[1.MIME] {14}\r\nSubject: x\r\n\r\n BODY[TEXT] {2}\r\nhi"
                + " BODY[2] NIL BODY[1.1] NIL BODY[1.TEXT] NIL");
  }

  @Test
  void aMessageMayBeAllThatAMessageHas() throws Exception {
    BytesMessage outer = BytesMessage.of("Content-Type: message/rfc822", "", "A: b", "", "hi");
    assertThat(outer.fetch("(BODY[1] BODY[1.HEADER] BODY[1.1] BODY[1.TEXT] BODY[1.1.1])"))
        .isEqualTo(
            "BODY[1] {10}\r\nA: b\r\n\r\nhi BODY[1.HEADER] {8}\r\nA: b\r\n\r\n"
                + " BODY[1.1] {2}\r\nhi BODY[1.TEXT] {2}\r\nhi BODY[1.1.1] NIL");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0, h",
    "0.99, 0, hello",
    "1.3, 1, ell",
    "4.1, 4, o",
    "5.1, 5, ''",
    "99.1, 99, ''",
    "1.9223372036854775807, 1, ello",
    "9223372036854775807.9223372036854775807, 9223372036854775807, ''"
  })
  void aPieceIsWhatThereIsOfIt(String partial, String start, String octets) throws Exception {
    BytesMessage hello = BytesMessage.of("", "hello");
    assertThat(hello.fetch("BODY[TEXT]<" + partial + ">"))
        .isEqualTo("BODY[TEXT]<" + start + "> {" + octets.length() + "}\r\n" + octets);
    assertThat(hello.fetch("BINARY[1]<" + partial + ">"))
        .isEqualTo("BINARY[1]<" + start + "> ~{" + octets.length() + "}\r\n" + octets);
  }

  @Test
  void fieldsArePickedWithTheirFoldedLines() throws Exception {
    BytesMessage folded =
        BytesMessage.of(
            "To: a,", "\tb", "X: to", " y", "TO : c", "no field", "From: d", "", "To: e");
    String picked = "To: a,\r\n\tb\r\nTO : c\r\n\r\n";
    assertThat(folded.fetch("BODY[HEADER.FIELDS (\"to\" CC)]"))
        .isEqualTo("BODY[HEADER.FIELDS (to CC)] {" + picked.length() + "}\r\n" + picked);
    assertThat(folded.fetch("BODY.PEEK[header.fields (\"to\")]<2.3>"))
        .isEqualTo("BODY[HEADER.FIELDS (to)]<2> {3}\r\n: a");
    String others = "X: to\r\n y\r\nno field\r\n\r\n";
    assertThat(folded.fetch("BODY[HEADER.FIELDS.NOT (To From)]"))
        .isEqualTo("BODY[HEADER.FIELDS.NOT (To From)] {" + others.length() + "}\r\n" + others);
    assertThat(folded.fetch("BODY[HEADER.FIELDS (Bcc)]"))
        .isEqualTo("BODY[HEADER.FIELDS (Bcc)] {2}\r\n\r\n");
  }

  @Test
  void aHeaderThatDoesNotEndIsEndedWhereFieldsArePicked() throws Exception {
    assertThat(BytesMessage.of("A: b", "To: c").fetch("BODY[HEADER.FIELDS (To)]"))
        .isEqualTo("BODY[HEADER.FIELDS (To)] {9}\r\nTo: c\r\n\r\n");
    assertThat(BytesMessage.of("").fetch("BODY[HEADER.FIELDS (To)]"))
        .isEqualTo("BODY[HEADER.FIELDS (To)] {2}\r\n\r\n");
  }
}
