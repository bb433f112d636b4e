package org.mailroom.imap.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.fetch.ResponseParser.Text;
import org.mailroom.imap.fetch.ResponseParser.Word;
import org.mailroom.mime.MimeBudget;

/** Whatever a message contains, what is told of it keeps the grammar, and belongs together. */
class FetchAnythingTest {

  /** Messages of the tests with a hub. */
  private static final Path CORPUS = Path.of("../it/src/test/corpus");

  private static final String ALL_ITEMS =
      "(UID FLAGS MODSEQ INTERNALDATE RFC822.SIZE ENVELOPE BODY BODYSTRUCTURE RFC822"
          + " RFC822.HEADER RFC822.TEXT BODY[] BODY[HEADER] BODY[TEXT] BODY[1] BODY[1.MIME]"
          + " BODY[HEADER.FIELDS (To X)] BODY[HEADER.FIELDS.NOT (To X)]<3.9> BODY[2.1]<1.2>"
          + " BODY[1.1.HEADER] BODY[2.TEXT] BINARY[] BINARY.SIZE[])";

  private static final String[] PIECES = {
    "--a",
    "--a--",
    "--b",
    "--b--",
    "",
    "",
    "text",
    " folded",
    "\tfolded \"",
    "X: y",
    "Subject: s \u00e4",
    "From: \"A <a@b>, (c) <@x,@y:",
    "To: g: a@b, c; d@e (f",
    "Content-Type: multipart/mixed; boundary=a",
    "Content-Type: multipart/digest; boundary=\"b\"",
    "Content-Type: message/rfc822",
    "Content-Type: text/html; charset=\"x\\\" ; y",
    "Content-Type: image/p\"g; a=b; c",
    "Content-Type: / ; boundary=a",
    "Content-Transfer-Encoding: base64",
    "Content-Transfer-Encoding: quoted-printable",
    "Content-Disposition: inline; (x) filename*0*=\"\u00e4",
    "Content-Language: a,,b",
    "Content-ID: <\\\0>",
    "=\0=3D="
  };

  @RepeatedTest(5)
  void linesPutTogetherByChanceAreToldOf(RepetitionInfo seed) throws Exception {
    Random random = new Random(seed.getCurrentRepetition());
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder("Content-Type: multipart/mixed; boundary=a\r\n");
      text.setLength(random.nextInt(4) == 0 ? 0 : text.length());
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(8) == 0 ? "" : "\r\n");
      }
      byte[] octets = text.toString().getBytes(StandardCharsets.ISO_8859_1);
      MimeBudget budget =
          new MimeBudget(1 + random.nextInt(9), 1 + random.nextInt(30), Duration.ofHours(1));
      requireSense(BytesMessage.of(octets, budget));
    }
  }

  @Test
  void messagesOfTheCorpusAreToldOf() throws Exception {
    String more = System.getenv("MAILROOM_CORPUS");
    for (Path folder : more == null ? List.of(CORPUS) : List.of(CORPUS, Path.of(more))) {
      for (Path file : files(folder)) {
        BytesMessage message = BytesMessage.of(Files.readAllBytes(file), MimeBudget.USUAL);
        requireSense(message);
        String crlf = message.text().replaceAll("\r?\n", "\r\n");
        requireSense(BytesMessage.ofText(crlf));
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void requireSense(BytesMessage message) throws Exception {
    List<?> values = told(message, ALL_ITEMS);
    assertThat(values).hasSize(46);
    String whole = text(values, "BODY[]");
    assertThat(whole).isEqualTo(message.text());
    assertThat(text(values, "RFC822")).isEqualTo(whole);
    assertThat(text(values, "BINARY[]")).isEqualTo(whole);
    assertThat(text(values, "BODY[HEADER]") + text(values, "BODY[TEXT]")).isEqualTo(whole);
    assertThat(text(values, "BODY[HEADER.FIELDS (To X)]")).endsWith("\r\n");
    List<?> envelope = (List<?>) after(values, "ENVELOPE");
    assertThat(envelope).hasSize(10);
    requirePart(message, "", (List<?>) after(values, "BODYSTRUCTURE"));
  }

  /**
   * A part of the structure has the octets that it says, and so have the parts within it. The empty
   * line behind the header of a contained message may be the line end in front of a boundary.
   */
  private static void requirePart(BytesMessage message, String path, List<?> body)
      throws Exception {
    if (body.get(0) instanceof List) {
      requireParts(message, path, body);
      return;
    }
    String number = path.isEmpty() ? "1" : path;
    String item = "BODY[" + number + "]";
    Word size = (Word) body.get(6);
    String octets = text(told(message, item), item);
    assertThat(octets).hasSize(Integer.parseInt(size.text()));
    assertThat(message.text()).contains(octets);
    boolean isText = body.get(0).equals(new Text("TEXT"));
    boolean isMessage =
        body.get(0).equals(new Text("MESSAGE")) && body.get(1).equals(new Text("RFC822"));
    assertThat(body).hasSize(isMessage ? 14 : isText ? 12 : 11);
    if (isMessage) {
      List<?> parts = told(message, "(BODY[" + number + ".HEADER] BODY[" + number + ".TEXT])");
      String both = ((Text) parts.get(1)).text() + ((Text) parts.get(3)).text();
      assertThat(both).isIn(octets, octets + "\r\n", octets + "\n");
      List<?> contained = (List<?>) body.get(8);
      boolean isMultipart = contained.get(0) instanceof List;
      requirePart(message, isMultipart ? number : number + ".1", contained);
    }
  }

  private static void requireParts(BytesMessage message, String path, List<?> body)
      throws Exception {
    int part = 0;
    while (body.get(part) instanceof List<?> within) {
      part++;
      requirePart(message, path.isEmpty() ? "" + part : path + "." + part, within);
    }
    assertThat(body.get(part)).isInstanceOf(Text.class);
    assertThat(body).hasSize(part + 5);
    String behind = path.isEmpty() ? "" + (part + 1) : path + "." + (part + 1);
    assertThat(message.fetch("BODY[" + behind + "]")).endsWith(" NIL");
  }

  private static List<Object> told(BytesMessage message, String items) throws Exception {
    byte[] octets = message.fetch(items).getBytes(StandardCharsets.ISO_8859_1);
    return new ResponseParser(octets).values();
  }

  private static Object after(List<?> values, String name) {
    return values.get(values.indexOf(new Word(name)) + 1);
  }

  private static String text(List<?> values, String name) {
    return ((Text) after(values, name)).text();
  }
}
