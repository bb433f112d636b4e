package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.imap.grammar.ResponseWriter;

class EnvelopeTextTest {

  private static final String SIGNS = "ab ,;:<>()[]@.\\\"=?\t";

  @Test
  void theExampleOfRfc3501IsToldAsThere() throws Exception {
    BytesMessage message =
        BytesMessage.of(
            "Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)",
            "From: Terry Gray <gray@cac.washington.edu>",
            "Subject: IMAP4rev1 WG mtg summary and minutes",
            "To: imap@cac.washington.edu",
            "cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>",
            "Message-Id: <B27397-0100000@cac.washington.edu>",
            "MIME-Version: 1.0",
            "Content-Type: TEXT/PLAIN; CHARSET=US-ASCII",
            "",
            "x");
    assertThat(message.fetch("ENVELOPE"))
        .isEqualTo(
            "ENVELOPE (\"Wed, 17 Jul 1996 02:23:25 -0700 (PDT)\""
                + " \"IMAP4rev1 WG mtg summary and minutes\""
                + " ((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\"))"
                + " ((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\"))"
                + " ((\"Terry Gray\" NIL \"gray\" \"cac.washington.edu\"))"
                + " ((NIL NIL \"imap\" \"cac.washington.edu\"))"
                + " ((NIL NIL \"minutes\" \"CNRI.Reston.VA.US\")"
                + "(\"John Klensin\" NIL \"KLENSIN\" \"MIT.EDU\")) NIL NIL"
                + " \"<B27397-0100000@cac.washington.edu>\")");
  }

  @Test
  void presentButEmptyTextIsEmptyAndAnEmptyListIsNil() throws Exception {
    BytesMessage message =
        BytesMessage.of("Subject:", "Date: ", "From: a@b", "Sender:", "To:", "Cc: ,", "", "");
    assertThat(message.fetch("ENVELOPE"))
        .isEqualTo(
            "ENVELOPE (\"\" \"\" ((NIL NIL \"a\" \"b\")) ((NIL NIL \"a\" \"b\"))"
                + " ((NIL NIL \"a\" \"b\")) NIL NIL NIL NIL NIL)");
  }

  @Test
  void senderAndReplyToAreTheirOwnAndFieldsOfOneNameAreOneList() throws Exception {
    BytesMessage message =
        BytesMessage.of(
            "From: a@b",
            "Sender: c@d",
            "Reply-To: e@f",
            "To: g@h",
            "To: i@j",
            "Bcc: k@l",
            "In-Reply-To: <m@n>",
            "Subject: =?utf-8?q?J=C3=B6rg?=",
            " \"q\" \\ \u00e4",
            "",
            "");
    assertThat(message.fetch("ENVELOPE"))
        .isEqualTo(
            "ENVELOPE (NIL {30}\r\n=?utf-8?q?J=C3=B6rg?= \"q\" \\ \u00c3\u00a4"
                + " ((NIL NIL \"a\" \"b\")) ((NIL NIL \"c\" \"d\")) ((NIL NIL \"e\" \"f\"))"
                + " ((NIL NIL \"g\" \"h\")(NIL NIL \"i\" \"j\")) NIL ((NIL NIL \"k\" \"l\"))"
                + " \"<m@n>\" NIL)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a@b.test                    | (NIL NIL 'a' 'b.test')",
        "<a@b>                       | (NIL NIL 'a' 'b')",
        "Ann Lee <a@b>               | ('Ann Lee' NIL 'a' 'b')",
        "Ann  Q. Lee<a@b>            | ('Ann Q. Lee' NIL 'a' 'b')",
        "\"Lee, Ann\" <a@b>          | ('Lee, Ann' NIL 'a' 'b')",
        "\"A \\\"x\\\" \\\\ B\" <a@b> | ('A \\'x\\' \\\\ B' NIL 'a' 'b')",
        "\"\" <a@b>                  | (NIL NIL 'a' 'b')",
        "=?utf-8?q?J=C3?= <a@b>      | ('=?utf-8?q?J=C3?=' NIL 'a' 'b')",
        "a@b (Ann Lee)               | ('Ann Lee' NIL 'a' 'b')",
        "a@b (Ann (the) \\) Lee)     | ('Ann (the) ) Lee' NIL 'a' 'b')",
        "<a@b> (Ann)                 | ('Ann' NIL 'a' 'b')",
        "Bob (x) <a@b> (Ann)         | ('Bob' NIL 'a' 'b')",
        "a (c) . b (d) @ e . f       | ('d' NIL 'a.b' 'e.f')",
        "\"a b\"@c                   | (NIL NIL 'a b' 'c')",
        "\"a@x\"@c                   | (NIL NIL 'a@x' 'c')",
        "a@[1.2.3.4]                 | (NIL NIL 'a' '[1.2.3.4]')",
        "<@x,@y.z:a@b>               | (NIL '@x,@y.z' 'a' 'b')",
        "Ann <@x:a@b>, c@d           | ('Ann' '@x' 'a' 'b')(NIL NIL 'c' 'd')",
        "a@b, ,,c@d,                 | (NIL NIL 'a' 'b')(NIL NIL 'c' 'd')",
        "a@b; c@d                    | (NIL NIL 'a' 'b')(NIL NIL 'c' 'd')",
        "undisclosed-recipients:;    | (NIL NIL 'undisclosed-recipients' NIL)(NIL NIL NIL NIL)",
        "My Team: Ann <a@b>, c@d;, e@f | (NIL NIL 'My Team' NIL)('Ann' NIL 'a' 'b')"
            + "(NIL NIL 'c' 'd')(NIL NIL NIL NIL)(NIL NIL 'e' 'f')",
        "g: a@b                      | (NIL NIL 'g' NIL)(NIL NIL 'a' 'b')(NIL NIL NIL NIL)",
        "g: a@b, h: c@d;             | (NIL NIL 'g' NIL)(NIL NIL 'a' 'b')"
            + "('h:' NIL 'c' 'd')(NIL NIL NIL NIL)",
        "Ann Lee                     | (NIL NIL 'Ann Lee' '')",
        "root                        | (NIL NIL 'root' '')",
        "Ann <root>                  | ('Ann' NIL 'root' '')",
        "Ann <>                      | ('Ann' NIL '' '')",
        "<>                          | (NIL NIL '' '')",
        "@b                          | (NIL NIL '' 'b')",
        "a@                          | (NIL NIL 'a' '')",
        "Ann Lee a@b x               | ('Ann Lee' NIL 'a' 'b')",
        "Ann <a@b, c@d               | ('Ann' NIL 'a' 'b')(NIL NIL 'c' 'd')",
        "Ann <a@b> x <c@d>           | ('Ann' NIL 'a' 'b')",
        "a@b@c                       | (NIL NIL 'a@b' 'c')",
        "\"Ann <a@b>                 | (NIL NIL 'Ann <a@b>' '')",
        "(only a comment)            | ",
        "[x                          | (NIL NIL '[x]' '')",
        ">)]\\                       | (NIL NIL '>) ]\\\\' '')"
      })
  void addressesAreReadAsTheyAreFound(String field, String expected) throws IOException {
    assertThat(list(field)).isEqualTo(unquoted(expected));
  }

  /** A table would need too many quotes. */
  private static String unquoted(String expected) {
    return expected == null
        ? ""
        : expected.replace("\\'", "\\\u0001").replace('\'', '"').replace('\u0001', '"');
  }

  @Test
  void charactersPutTogetherByChanceAreAList() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder field = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        field.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
      }
      String list = "(" + list(field.toString()) + ")";
      assertThat(new ResponseParser(list.getBytes(StandardCharsets.UTF_8)).values()).hasSize(1);
    }
  }

  @Test
  void longListsAreReadInLittleTime() {
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < SIGNS.length(); i++) {
            String sign = SIGNS.substring(i, i + 1);
            list(sign.repeat(20_000));
            list(("a" + sign).repeat(20_000));
            list((sign + "@").repeat(20_000));
            list(("<" + sign).repeat(20_000));
          }
        });
  }

  private static String list(String field) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ResponseWriter writer = new ResponseWriter(out);
    for (EnvelopeAddress address : AddressListReader.read(field)) {
      address.write(writer);
    }
    writer.flush();
    return out.toString(StandardCharsets.UTF_8);
  }
}
