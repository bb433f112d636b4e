package org.mailroom.console.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Phrases;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.tracking.TraceKind;
import org.mailroom.tracking.store.TraceStep;

class StepLineTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

  @Test
  void anAttemptThatWasPutOffIsExplained() {
    StepLine line = line(step("deferred", "rcpt", "4.2.2", "452 4.2.2 Over quota"));
    assertThat(line.title()).isEqualTo("Attempt 2 at mx.x.test put off");
    assertThat(line.why()).isEqualTo("The recipient's mailbox is full.");
    assertThat(line.answer()).isEqualTo("452 4.2.2 Over quota");
    assertThat(line.link()).isEmpty();
  }

  @Test
  void aSuccessNeedsNoExplanation() {
    assertThat(line(step("delivered", "dot", "2.0.0", "250 Ok")).title())
        .isEqualTo("Handed over to mx.x.test");
    assertThat(line(step("delivered", "dot", "2.0.0", "250 Ok")).why()).isEmpty();
    assertThat(line(step("delivered", "store", "2.0.0", "")).title())
        .isEqualTo("Stored in a mailbox of this hub");
  }

  @ParameterizedTest
  @EnumSource(TraceKind.class)
  void everyKindHasItsWords(TraceKind kind) {
    assertThat(line(step(kind.key(), "", "", "")).title()).isNotBlank();
  }

  private static TraceStep step(String kind, String stage, String status, String words) {
    return new TraceStep(
        NOON,
        kind,
        "bob@x.test",
        2,
        "[192.0.2.1]:25",
        "mx.x.test",
        stage,
        status,
        words,
        true,
        "",
        "",
        Optional.<QueueId>empty());
  }

  private static StepLine line(TraceStep step) {
    Phrases phrases = new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOON.plusSeconds(60));
    return StepLine.of(step, phrases, NoticeLanguage.ENGLISH);
  }
}
