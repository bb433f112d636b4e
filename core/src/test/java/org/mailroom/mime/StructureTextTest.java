package org.mailroom.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTextTest {

  private static final String HEADER =
      String.join(
          "\r\n",
          "Received: from a",
          " by b",
          "SUBJECT : Two",
          "\tparts: and more",
          "From:Ann <ann@corp.test>",
          "X-Mailer: one",
          "Subject: 中文",
          "X-Mailer: two",
          "Content-Type: multipart/mixed;",
          " boundary=b",
          "",
          "");
  private static final String MIXED =
      HEADER + "--b\r\nSubject: not here\r\n\r\none\r\n--b\r\n\r\ntwo\r\n--b--\r\n";
  private static final MimeBudget BUDGET = new MimeBudget(100, 10_000, Duration.ofHours(1));
  private static final String[] PIECES = {
    "Subject: a",
    "subject:",
    "X-Far: b",
    " folded",
    "\t",
    "FROM: c",
    "Date : d",
    "no field",
    ":",
    "To: \u00e9",
    "To: \u0001",
    "Cc: e\rf",
    "Content-ID: <g>",
    "Message-ID: " + "h".repeat(4000)
  };

  @Test
  void theStructureIsReadBack() throws IOException {
    StructureText text = read(MIXED);
    assertThat(StructureText.kept(text.toString()).parse()).isEqualTo(structure(MIXED));
    assertThat(StructureText.of(structure(MIXED)).parse()).isEqualTo(structure(MIXED));
  }

  @Test
  void valuesAreThoseOfTheMessagesOwnHeader() throws IOException {
    StructureText text = read(MIXED);
    assertThat(text.values("subject"))
        .containsExactly("Two\tparts: and more".replace('\t', ' '), "中文");
    assertThat(text.values("from")).containsExactly("Ann <ann@corp.test>");
    assertThat(text.values("to")).isEmpty();
    assertThat(text.values("x-mailer")).isEmpty();
    assertThat(StructureText.of(structure(MIXED)).values("subject"))
        .isEqualTo(text.values("subject"));
  }

  @Test
  void fieldsStandAsInTheHeader() throws IOException {
    StructureText text = read(MIXED);
    assertThat(header(text, Set.of("subject", "content-type", "to")))
        .isEqualTo(
            String.join(
                "\r\n",
                "SUBJECT : Two",
                "\tparts: and more",
                "Subject: 中文",
                "Content-Type: multipart/mixed;",
                " boundary=b",
                "",
                ""));
    assertThat(header(text, Set.of("cc"))).isEqualTo("\r\n");
  }

  @Test
  void itTellsOfKeptFieldsAndOfThoseThatAreNotThere() throws IOException {
    StructureText text = read(MIXED);
    assertThat(text.tells(Set.of("subject", "to", "x-priority", "mailer", "x"))).isTrue();
    assertThat(text.tells(Set.of("subject", "x-mailer"))).isFalse();
    assertThat(text.tells(Set.of("received"))).isFalse();
    assertThat(StructureText.of(structure(MIXED)).tells(Set.of("subject"))).isFalse();
    assertThat(StructureText.of(MimeStructure.unread(5)).tells(Set.of("subject"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subject: a\nFrom: b\r\n\r\n",
        "Subject: a\rb\r\n\r\n",
        "Subject: a\u0000b\r\n\r\n",
        "Subject: \u00e9\r\n\r\n",
        "no field\r\nSubject: a\r\n\r\n",
        " folded\r\nSubject: a\r\n\r\n",
        "From ann Mon Jan 1 10:00:00 2024\r\nSubject: a\r\n\r\n",
        "Subject: a"
      })
  void aHeaderThatIsNotPlainIsNotTold(String message) throws IOException {
    StructureText text =
        StructureText.read(
            new ByteArrayInputStream(message.getBytes(StandardCharsets.ISO_8859_1)),
            BUDGET,
            () -> 0);
    assertThat(text.tells(Set.of("subject"))).isFalse();
  }

  @Test
  void aHeaderWithTooMuchIsNotTold() throws IOException {
    assertThat(read("Subject: " + "a".repeat(9000) + "\r\n\r\n").tells(Set.of("to"))).isFalse();
    assertThat(read("To: a\r\n".repeat(100) + "\r\n").tells(Set.of("to"))).isTrue();
    assertThat(read("To: a\r\n".repeat(101) + "\r\n").tells(Set.of("to"))).isFalse();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i <= 200; i++) {
      names.append("X-").append(i).append(": a\r\n");
    }
    assertThat(read(names + "\r\n").tells(Set.of("to"))).isFalse();
  }

  @Test
  void whatIsNoTextOfAStructureIsRefused() {
    for (String text : List.of("", "x", "0 0 0 0\n", "0 0 0 0 0 0\n", "opaque")) {
      assertThatThrownBy(() -> StructureText.kept(text).parse())
          .as(text)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** What is told is what somebody finds who reads the header, line by line. */
  @RepeatedTest(5)
  void linesPutTogetherByChanceAreToldAsTheyStand(RepetitionInfo seed) throws IOException {
    Random random = new Random(seed.getCurrentRepetition());
    int told = 0;
    for (int round = 0; round < 5_000; round++) {
      StringBuilder message = new StringBuilder();
      for (int i = random.nextInt(6); i > 0; i--) {
        message.append(PIECES[random.nextInt(PIECES.length)]).append("\r\n");
      }
      message.append("\r\nbody\r\n");
      StructureText text = read(message.toString());
      assertThat(text.parse()).as("%s", message).isEqualTo(structure(message.toString()));
      Set<String> names = Set.of("subject", "x-far", "date", "content-id");
      if (text.tells(names)) {
        told++;
        assertThat(header(text, names)).isEqualTo(picked(message.toString(), names));
      }
      for (String name : names) {
        assertThat(text.values(name))
            .isEqualTo(
                text.parse().message().fields().stream()
                    .filter(field -> field.name().equals(name))
                    .map(MimeField::value)
                    .toList());
      }
    }
    assertThat(told).isGreaterThan(500);
  }

  private static String picked(String message, Set<String> names) {
    StringBuilder picked = new StringBuilder();
    boolean picks = false;
    for (String line : message.substring(0, message.indexOf("\r\n\r\n") + 2).split("\r\n", -1)) {
      if (!line.isEmpty() && line.charAt(0) != ' ' && line.charAt(0) != '\t') {
        picks = names.contains(line.split(":", -1)[0].strip().toLowerCase(java.util.Locale.ROOT));
      }
      picked.append(picks && !line.isEmpty() ? line + "\r\n" : "");
    }
    return picked + "\r\n";
  }

  private static String header(StructureText text, Set<String> names) {
    return new String(text.header(names), StandardCharsets.UTF_8);
  }

  private static StructureText read(String message) throws IOException {
    return StructureText.read(stream(message), BUDGET, () -> 0);
  }

  private static MimeStructure structure(String message) throws IOException {
    return MimeStructure.read(stream(message), BUDGET, () -> 0);
  }

  private static ByteArrayInputStream stream(String message) {
    return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
  }
}
