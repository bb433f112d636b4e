package org.mailroom.console.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.console.Phrases;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.tracking.TraceKind;
import org.mailroom.tracking.store.Trace;
import org.mailroom.tracking.store.TraceStep;

class VerdictTest {

  private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
  private final Phrases phrases = new Phrases(Locale.UK, ZoneOffset.UTC, NOON.plusSeconds(60));

  @Test
  void aDeliverySaysWhereWhenAndHowFast() {
    assertThat(sentence(step("delivered", "bob@x.test", "dot", 1800)))
        .isEqualTo("Delivered to mx.x.test at 12:00:01, 1.8 s after we received it.");
    assertThat(sentence(step("delivered", "bob@x.test", "store", 900)))
        .isEqualTo("Stored in a mailbox of this hub at 12:00:00, 0.9 s after we received it.");
  }

  @Test
  void whatWaitsSaysWhy() {
    assertThat(sentence(step("deferred", "bob@x.test", "connect", 2000)))
        .startsWith("Waiting after 1 attempt, the last at 12:00:02: ");
    assertThat(sentence()).isEqualTo("Accepted at 12:00:00, and waiting for its first attempt.");
  }

  @Test
  void aNoticeChangesNothing() {
    assertThat(
            sentence(
                step("failed", "bob@x.test", "rcpt", 1000),
                step("notified", "bob@x.test", "", 2000)))
        .startsWith("Failed at 12:00:01");
  }

  @Test
  void severalRecipientsAreCounted() {
    Trace trace =
        trace(
            List.of("bob@x.test", "eve@x.test", "joe@x.test"),
            step("delivered", "BOB@x.test", "dot", 1000),
            step("delivered", "joe@x.test", "dot", 1000),
            step("deferred", "eve@x.test", "connect", 2000));
    assertThat(Verdict.of(trace).sentence(phrases, NoticeLanguage.ENGLISH))
        .isEqualTo("Of 3 recipients: 1 Deferred, 2 Delivered.");
    assertThat(Verdict.of(trace).worst()).isEqualTo("deferred");
    assertThat(Verdict.of(trace).outcome("bob@x.test")).isEqualTo("delivered");
  }

  @ParameterizedTest
  @EnumSource(TraceKind.class)
  void everyKindHasItsSentence(TraceKind kind) {
    assertThat(sentence(step(kind.key(), "bob@x.test", "", 1000))).isNotBlank();
    assertThat(phrases.text("outcome." + kind.key())).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "ESMTP, false",
    "ESMTPA, false",
    "ESMTPS, true",
    "ESMTPSA, true",
    "UTF8SMTPS, true",
    "SMTP, false",
    "DSN, false",
  })
  void theProtocolSaysWhetherItWasEncrypted(String protocol, boolean encrypted) {
    assertThat(Reception.isEncrypted(protocol)).isEqualTo(encrypted);
  }

  @Test
  void howItCameInIsToldFromTheStart() {
    assertThat(Reception.lines(trace(List.of("bob@x.test")), phrases))
        .extracting(StepLine::title)
        .containsExactly(
            "192.0.2.7 connected, and called itself ws12",
            "The connection was encrypted (ESMTPSA)",
            "Signed in as ann@corp.test",
            "Named a sender and 1 recipient",
            "Taken into the queue as 01HZY8Q2K3M4N, 42 B");
  }

  private String sentence(TraceStep... steps) {
    return Verdict.of(trace(List.of("bob@x.test"), steps))
        .sentence(phrases, NoticeLanguage.ENGLISH);
  }

  private static Trace trace(List<String> recipients, TraceStep... steps) {
    return new Trace(
        QueueId.of("01HZY8Q2K3M4N"),
        NOON,
        "ann@corp.test",
        "Lunch",
        42,
        "192.0.2.7",
        "ann@corp.test",
        "ws12",
        "ESMTPSA",
        recipients,
        recipients.size(),
        Optional.empty(),
        List.of(steps));
  }

  private static TraceStep step(String kind, String recipient, String stage, long millis) {
    String status = kind.equals("delivered") ? "2.0.0" : stage.isEmpty() ? "" : "4.4.1";
    return new TraceStep(
        NOON.plusMillis(millis),
        kind,
        recipient,
        1,
        "[192.0.2.1]:25",
        "mx.x.test",
        stage,
        status,
        "words",
        true,
        "",
        "",
        Optional.empty());
  }
}
