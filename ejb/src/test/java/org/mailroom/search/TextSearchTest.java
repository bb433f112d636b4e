package org.mailroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.TestDatabase;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.text.Phrase;
import org.mailroom.text.RequiredText;

/** Which messages are read for a text. */
class TextSearchTest extends TextSearchSetup {

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void fewMessagesAreReadForARareText(TestDatabase kind) throws IOException {
    open(kind);
    long lunch = file("Subject: Lunch\r\n\r\nAt Caf\u00E9  NOIR,\r\n noon\r\n");
    filling.fill();
    assertThat(filling.known()).isEqualTo(OTHERS + 1);
    assertThat(body("caf\u00E9 noir, Noon")).isEqualTo(NumberSet.of(lunch));
    assertThat(body("lunch")).isEqualTo(NumberSet.NONE);
    assertThat(text("subject: lunch")).isEqualTo(NumberSet.of(lunch));
    assertThat(text("bogus")).isEqualTo(NumberSet.NONE);
    assertThat(body("no")).as("too short").isEqualTo(all());
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void chineseJapaneseAndKoreanAreFoundByOneCharacter(TestDatabase kind) throws IOException {
    open(kind);
    long chinese = file("Subject: =?gb2312?B?u+HS6Q==?=\r\n\r\n\u4ECA\u5929\u5728\u53F0\u5317\r\n");
    long japanese = file("Subject: x\r\n\r\n\u30AB\u30CA\uFF8A\uFF9F\r\n");
    long korean = file("Subject: x\r\n\r\n\uD55C\uAE00\r\n");
    filling.fill();
    assertThat(text("\u4F1A")).isEqualTo(NumberSet.of(chinese));
    assertThat(text("\u4F1A\u8BAE")).isEqualTo(NumberSet.of(chinese));
    assertThat(body("\u5929\u5728\u53F0")).isEqualTo(NumberSet.of(chinese));
    assertThat(body("\u5929\u53F0")).isEqualTo(NumberSet.NONE);
    assertThat(body("\u30D1")).isEqualTo(NumberSet.of(japanese));
    assertThat(body("\uAE00")).isEqualTo(NumberSet.of(korean));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsNotInTheIndexYetIsReadAndWhatIsGoneIsForgotten(TestDatabase kind) throws IOException {
    open(kind);
    assertThat(body("lunch")).as("no index yet").isEqualTo(all());
    filling.fill();
    long added = file("Subject: x\r\n\r\ndinner\r\n");
    assertThat(body("lunch")).isEqualTo(NumberSet.of(added));
    expunge(1, 2);
    filling.fill();
    assertThat(body("nothing")).isEqualTo(NumberSet.range(3, OTHERS));
    assertThat(filling.known()).isEqualTo(OTHERS - 1);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void theTraceOfAMessageIsTextToo(TestDatabase kind) throws IOException {
    open(kind);
    filling.fill();
    assertThat(text("Delivered-To: ann@")).isEqualTo(all());
    assertThat(text("RETURN-PATH: <eve")).isEqualTo(all());
    assertThat(body("eve@away")).isEqualTo(NumberSet.NONE);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void textAcrossChunksIsFoundAndOfMuchTextNothingIsRuledOut(TestDatabase kind) throws IOException {
    open(kind);
    String head = "Subject: x\r\n\r\n";
    String chunk = "a line\r\n".repeat(256 * 1024 / 8).substring(head.length() + 3);
    long across = file(head + chunk + "needle\r\n");
    long much = file(head + "a line\r\n".repeat(700_000));
    filling.fill();
    assertThat(body("needle")).isEqualTo(NumberSet.of(across, much));
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void severalTextsAreAskedForTogether(TestDatabase kind) throws IOException {
    open(kind);
    long one = file("Subject: x\r\n\r\nlunch at noon\r\n");
    long two = file("Subject: x\r\n\r\nlunch later\r\n");
    filling.fill();
    RequiredText lunch = new RequiredText.One(Phrase.of("lunch"), false);
    RequiredText noon = new RequiredText.One(Phrase.of("noon"), true);
    RequiredText later = new RequiredText.One(Phrase.of("later"), false);
    RequiredText shorter = new RequiredText.One(Phrase.of("at"), false);
    assertThat(candidates(new RequiredText.All(List.of(lunch, noon, shorter))))
        .isEqualTo(NumberSet.of(one));
    assertThat(candidates(new RequiredText.Any(List.of(noon, later))))
        .isEqualTo(NumberSet.of(one, two));
    assertThat(candidates(new RequiredText.Any(List.of(noon, shorter)))).isEqualTo(all());
    assertThat(candidates(RequiredText.NOTHING)).isEqualTo(all());
  }
}
