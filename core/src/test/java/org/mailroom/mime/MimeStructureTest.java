package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MimeStructureTest {

  private static final String MIXED =
      String.join(
          "\r\n",
          "Subject: Two",
          " parts",
          "From: Ann <ann@corp.test>",
          "X-Other: no",
          "Content-Type: multipart/mixed; boundary=\"b 1\"",
          "",
          "preamble",
          "--b 1",
          "",
          "one",
          "two",
          "--b 1",
          "Content-Type: message/rfc822",
          "",
          "Subject: Inner",
          "",
          "hello",
          "--b 1--",
          "epilogue",
          "");

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String[] PIECES = {
    "--a",
    "--a--",
    "--b",
    "--b--",
    "",
    "text",
    " folded",
    "X: y",
    "Subject: s",
    "Content-Type: multipart/mixed; boundary=a",
    "Content-Type: multipart/digest; boundary=\"b\"",
    "Content-Type: message/rfc822"
  };

  @Test
  void behindFurtherFieldsTheMessageBeginsWithThemAndItsPartsAreLater() throws IOException {
    MimeStructure structure = read(MIXED);
    MimeStructure moved = structure.after(10);
    assertThat(moved).isEqualTo(read("X-Far: a\r\n" + MIXED));
    assertThat(moved.message().headerStart()).isZero();
    assertThat(moved.parts().get(1).headerStart())
        .isEqualTo(structure.parts().get(1).headerStart() + 10);
  }

  @Test
  void aMessageWithoutMimeIsOnePart() throws IOException {
    MimeStructure structure = read("Subject: Lunch\r\n\r\nNoon?\r\n");
    assertThat(structure.parts())
        .containsExactly(new MimePart(0, 0, 18, 25, 1, List.of(new MimeField("subject", "Lunch"))));
  }

  @Test
  void partsAreWhereTheirBoundariesSay() throws IOException {
    MimeStructure structure = read(MIXED);

    assertThat(structure.parts()).extracting(MimePart::depth).containsExactly(0, 1, 1, 2);
    assertThat(structure.parts())
        .extracting(MimePart::mediaType)
        .containsExactly("multipart/mixed", "text/plain", "message/rfc822", "text/plain");
    assertThat(body(MIXED, structure.parts().get(1))).isEqualTo("one\r\ntwo");
    assertThat(body(MIXED, structure.parts().get(2))).isEqualTo("Subject: Inner\r\n\r\nhello");
    assertThat(body(MIXED, structure.parts().get(3))).isEqualTo("hello");
    assertThat(structure.message().field("subject")).contains("Two parts");
    assertThat(structure.message().field("x-other")).isEmpty();
    assertThat(structure.parts().get(3).field("subject")).contains("Inner");
  }

  @Test
  void theEndOfAnOuterPartEndsTheInnerOnes() throws IOException {
    String text =
        String.join(
            "\r\n",
            "Content-Type: multipart/mixed; boundary=a",
            "",
            "--a",
            "Content-Type: multipart/mixed; boundary=aa",
            "",
            "--aa",
            "",
            "x",
            "--a--",
            "");
    MimeStructure structure = read(text);
    assertThat(structure.parts()).hasSize(3);
    assertThat(body(text, structure.parts().get(2))).isEqualTo("x");
  }

  @Test
  void partsWithoutALineAreEmpty() throws IOException {
    String text =
        """
        Content-Type: multipart/mixed; boundary=b

        --b
        --b
        Content-Type: message/rfc822

        --b
        --b--
        """
            .replace("\n", "\r\n");
    MimeStructure structure = read(text);

    assertThat(structure.parts()).extracting(MimePart::depth).containsExactly(0, 1, 1, 2, 1);
    assertThat(structure.parts().subList(1, 5)).allMatch(part -> body(text, part).isEmpty());
  }

  @Test
  void partsOfADigestAreMessagesUnlessTheySayOtherwise() throws IOException {
    String text =
        """
        Content-Type: multipart/digest; boundary=b

        --b

        Subject: One

        1
        --b
        Content-Type: text/plain

        Subject: Two
        --b--
        """
            .replace("\n", "\r\n");
    MimeStructure structure = read(text);

    assertThat(structure.parts()).extracting(MimePart::depth).containsExactly(0, 1, 2, 1);
    assertThat(structure.parts().get(1).mediaType()).isEqualTo("message/rfc822");
    assertThat(structure.parts().get(2).field("subject")).contains("One");
    assertThat(body(text, structure.parts().get(2))).isEqualTo("1");
    assertThat(body(text, structure.parts().get(3))).isEqualTo("Subject: Two");
  }

  @RepeatedTest(5)
  void linesPutTogetherByChanceAreAMessage(RepetitionInfo seed) throws IOException {
    Random random = new Random(seed.getCurrentRepetition());
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder("Content-Type: multipart/mixed; boundary=a\r\n");
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(8) == 0 ? "" : "\r\n");
      }
      MimeBudget budget = new MimeBudget(1 + random.nextInt(5), 1 + random.nextInt(9), HOUR);
      MimeStructure structure = read(text.toString(), budget);
      assertThat(StructureText.of(structure).parse()).isEqualTo(structure);
      assertThat(structure.message().headerStart()).isZero();
      assertThat(structure.message().bodyEnd()).as("%s", text).isEqualTo(text.length());
      assertThat(structure.parts())
          .as("%s", text)
          .allMatch(part -> part.bodyEnd() <= text.length());
    }
  }

  @Test
  void whatExceedsTheBudgetIsOpaque() throws IOException {
    StringBuilder nested = new StringBuilder("Subject: deep\r\n");
    for (int i = 0; i < 200; i++) {
      nested.append("Content-Type: message/rfc822\r\n\r\n");
    }
    MimeStructure structure = read(nested.toString());
    assertThat(structure.opaque()).isTrue();
    assertThat(structure.parts()).hasSize(1);
    assertThat(structure.message().bodyEnd()).isEqualTo(nested.length());
    assertThat(structure.message().field("subject")).contains("deep");
    assertThat(StructureText.of(structure).parse()).isEqualTo(structure);
  }

  @Test
  void tooManyPartsAndTooMuchTimeAreOpaque() throws IOException {
    String many =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(50);
    assertThat(read(many, new MimeBudget(10, 20, Duration.ofSeconds(5))).opaque()).isTrue();
    long[] time = new long[1];
    MimeStructure slow =
        MimeStructure.read(
            stream("\r\n" + "x\r\n".repeat(5000)),
            MimeBudget.USUAL,
            () -> time[0] += Duration.ofSeconds(3).toNanos());
    assertThat(slow.opaque()).isTrue();
  }

  @Test
  void anythingIsAMessage() throws IOException {
    for (String text :
        List.of("", "\r\n", "\n\n", "no colon", ":", "a:\0b\r\n\r\n--\r\n----\r\n")) {
      MimeStructure structure = read(text);
      assertThat(structure.message().bodyEnd()).isEqualTo(text.length());
      assertThat(StructureText.of(structure).parse()).isEqualTo(structure);
    }
  }

  @Test
  void fieldsOfTheTopHeaderHaveTheirPlaces() throws IOException {
    String text =
        "Return-Path: <a@b.test>\r\n\tfolded\r\nTo: x\r\nreturn-path: <>\r\n\r\nReturn-Path: y";
    TopHeader header = TopHeader.read(stream(text), Set.of("return-path"));
    assertThat(header.fields())
        .extracting(span -> text.substring((int) span.start(), (int) span.end()))
        .containsExactly("Return-Path: <a@b.test>\r\n\tfolded\r\n", "return-path: <>\r\n");
    assertThat(header.fields().get(0).value()).isEqualTo("<a@b.test>");
  }

  private static MimeStructure read(String text) throws IOException {
    return read(text, MimeBudget.USUAL);
  }

  private static MimeStructure read(String text, MimeBudget budget) throws IOException {
    return MimeStructure.read(stream(text), budget, System::nanoTime);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String body(String text, MimePart part) {
    return text.substring((int) part.bodyStart(), (int) part.bodyEnd());
  }
}
