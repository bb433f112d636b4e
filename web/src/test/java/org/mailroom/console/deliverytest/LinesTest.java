package org.mailroom.console.deliverytest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Phrases;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.probe.DeliveryTest.Verdict;
import org.mailroom.probe.TestStep;
import org.mailroom.probe.WayStep;
import org.mailroom.probe.WayStep.Kind;
import org.mailroom.probe.WayStep.Tone;

/** Every step has its words, and a no is explained. */
class LinesTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:05:00Z");
  private static final Phrases PHRASES = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOW);

  @ParameterizedTest
  @EnumSource
  void everyStepOfAWayHasItsWords(Kind kind) {
    WayLine line = WayLine.of(new WayStep(kind, 9, "subject", "detail", List.of("one")), PHRASES);
    assertThat(line.text()).isNotBlank();
    assertThat(line.level()).isEqualTo(5);
  }

  @Test
  void aLongListIsCut() {
    WayStep list = new WayStep(Kind.LIST, 0, "x@y.test", "", Collections.nCopies(10, "a@b.test"));
    assertThat(WayLine.of(list, PHRASES).second()).endsWith("a@b.test and 2 others");
  }

  @Test
  void theNullReversePathIsShownAsItIsWritten() {
    assertThat(WayLine.of(new WayStep(Kind.MAIL_TAKEN, 0, "", "", List.of()), PHRASES).text())
        .endsWith("from <>");
  }

  @ParameterizedTest
  @EnumSource
  void everyStepOfATestHasItsWords(TestStep.Kind kind) {
    assertThat(line(kind, Tone.GOOD, "250 Ok").title()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictHasItsWords(Verdict verdict) {
    assertThat(PHRASES.text("trial.verdict." + verdict.key(), "bob@x.test")).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "GOOD, 250 Ok, false",
    "BAD, 550 5.1.1 Who?, true",
    "WARNING, 450 Later, true",
    "BAD, Connection refused, false"
  })
  void aReplyThatSaysNoIsExplained(Tone tone, String answer, boolean explained) {
    assertThat(line(TestStep.Kind.RCPT, tone, answer).why().isEmpty()).isNotEqualTo(explained);
  }

  @ParameterizedTest
  @CsvSource({
    "bob@x.test, ann@x.test, 7, 192.0.2.1, ''",
    "bob@x.test, '', '', '', ''",
    "bob, '', '', '', deliverytest.bad.to",
    "bob@x.test, ann, '', '', deliverytest.bad.from",
    "bob@x.test, '', seven, '', deliverytest.bad.size",
    "bob@x.test, '', -1, '', deliverytest.bad.size",
    "bob@x.test, '', '', localhost, deliverytest.bad.client"
  })
  void aQuestionIsCheckedBeforeItIsAsked(
      String to, String from, String size, String client, String problem) {
    MailQuestion question = new MailQuestion();
    question.setTo(to);
    question.setFrom(from);
    question.setSize(size);
    question.setClient(client);
    assertThat(question.getProblem()).isEqualTo(problem);
  }

  private static TestLine line(TestStep.Kind kind, Tone tone, String answer) {
    return TestLine.of(
        new TestStep(kind, tone, NOW, Duration.ofMillis(7), "said", answer, List.of()),
        "x.test",
        PHRASES,
        NoticeLanguage.ENGLISH);
  }
}
