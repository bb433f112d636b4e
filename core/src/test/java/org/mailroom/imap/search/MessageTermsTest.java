package org.mailroom.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.text.MessageTerms;
import org.mailroom.text.Phrase;
import org.mailroom.text.Terms;

/** What a search finds in a message, its terms don't rule out. */
class MessageTermsTest {

  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "AB",
          "ß",
          "İ",
          "ς",
          "Σ",
          "\u00E9",
          "e\u0301",
          "ﬁ",
          "Ｆ",
          " ",
          "  ",
          "\r\n",
          "\u00A0",
          "\u3000",
          "\u200B",
          "会",
          "議",
          "会议",
          "カ",
          "ﾊ\uFF9F",
          "\u3099",
          "か",
          "한",
          "\u1112\u1161",
          "😀",
          "𠀀",
          "1",
          "<",
          "=",
          "\t",
          "\u0000",
          "ก",
          "ำ",
          "z");

  @RepeatedTest(300)
  void whatIsFoundHasAllTermsOfThePhrase(RepetitionInfo repetition) throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    String subject = text(random, 30).replaceAll("[\r\n\t\u0000]", " ");
    String body = text(random, 3_000);
    TestMessage message = message(subject, body);
    MessageTerms terms = MessageTerms.of(message);
    assertThat(terms.areKnown()).isTrue();
    int found = 0;
    for (int i = 0; i < 40; i++) {
      String phrase = phrase(random, i % 2 == 0 ? subject : body);
      if (Phrase.of(phrase).isEmpty()) {
        continue;
      }
      String quoted = "{" + phrase.getBytes(StandardCharsets.UTF_8).length + "}\r\n" + phrase;
      if (Searching.finds("BODY " + quoted, message)) {
        assertThat(has(terms.body(), phrase)).as(phrase).isTrue();
        found++;
      }
      if (Searching.finds("TEXT " + quoted, message)) {
        assertThat(has(terms.header(), phrase) || has(terms.body(), phrase)).as(phrase).isTrue();
      }
    }
    assertThat(found).isGreaterThan(5);
  }

  @Test
  void headerAndBodyAreApart() throws Exception {
    MessageTerms terms = MessageTerms.of(TestMessage.of("Subject: lunch||noon|"));
    assertThat(has(terms.header(), "subject: lunch")).isTrue();
    assertThat(has(terms.body(), "noon")).isTrue();
    assertThat(has(terms.header(), "noon")).isFalse();
    assertThat(has(terms.body(), "lunch")).isFalse();
  }

  @Test
  void anAttachmentHasNone() throws Exception {
    MessageTerms terms =
        MessageTerms.of(TestMessage.of("Content-Type: image/png||" + "lunch|".repeat(10)));
    assertThat(terms.areKnown()).isTrue();
    assertThat(terms.body()).isEmpty();
  }

  @Test
  void ofMuchTextNothingIsKnown() throws Exception {
    String much = "all the same ".repeat(400_000);
    TestMessage message = TestMessage.of("Subject: much||" + much);
    assertThat(MessageTerms.of(message).areKnown()).isFalse();
    assertThat(message.octetsRead()).isLessThan(much.length());
  }

  @Test
  void ofTextWithManyTermsNothingIsKnown() throws Exception {
    StringBuilder text = new StringBuilder();
    new Random(1)
        .ints(2_000_000, 0x4E00, 0x9FFF)
        .forEach(c -> text.append((char) c).append(text.length() % 60 == 0 ? "|" : ""));
    assertThat(MessageTerms.of(TestMessage.of("Subject: many||" + text)).areKnown()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" goes on: here||x|", "Subject: x||ééé"})
  void ofTextThatReadsDifferentlyNothingIsKnown(String text) throws Exception {
    TestMessage message = TestMessage.of(text.replace("ééé", "é".repeat(20_000)));
    assertThat(MessageTerms.of(message).areKnown()).isFalse();
  }

  private static boolean has(long[] terms, String phrase) {
    return Arrays.stream(Terms.of(Phrase.of(phrase), 1_000))
        .allMatch(term -> Arrays.stream(terms).anyMatch(each -> each == term));
  }

  private static TestMessage message(String subject, String body) throws Exception {
    return TestMessage.of(
        "Subject: =?utf-8?B?"
            + base64(subject)
            + "?=|Content-Type: text/plain; charset=utf-8|Content-Transfer-Encoding: base64||"
            + base64(body)
            + "|");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** Something of a text, in another case now and then. */
  private static String phrase(Random random, String text) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + 1 + random.nextInt(12));
    String phrase = text.substring(from, to).replaceAll("[\r\n]+", " ").replace("\u0000", "");
    return random.nextBoolean() ? phrase.toUpperCase(Locale.ROOT) : phrase;
  }
}
