package org.mailroom.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.console.Phrases;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueRow;

class MailLineTest {

  private static final Instant NOW = Instant.parse("2026-11-03T03:00:00Z");

  @Test
  void aMailThatWaitsIsExplained() {
    Diagnosis full =
        new Diagnosis(
            "rcpt",
            EnhancedStatusCode.of("4.2.2"),
            "452 4.2.2 Over quota",
            true,
            Optional.of("mx.example.test"));
    MailLine line =
        line("2", List.of("bob@example.test", "eve@example.test"), 3, Optional.of(full));
    assertThat(line.name()).isEqualTo("01HZY8Q2K3M4N / 2");
    assertThat(line.recipient()).isEqualTo("bob@example.test");
    assertThat(line.others()).isEqualTo("+1");
    assertThat(line.allRecipients()).isEqualTo("bob@example.test\neve@example.test");
    assertThat(line.why()).isEqualTo("The recipient's mailbox is full.");
    assertThat(line.answer()).isEqualTo("452 4.2.2 Over quota");
    assertThat(line.next()).isEqualTo("in 30 min");
    assertThat(line.attempts()).isEqualTo("3");
    assertThat(line.key()).isEqualTo("01HZY8Q2K3M4N/2");
    assertThat(line.subject()).isEqualTo("Lunch");
    assertThat(line.age()).isEqualTo("1 h");
  }

  @Test
  void aMailThatLeftKeepsItsLineAndPromisesNothing() {
    MailLine line = line("1", List.of("bob@example.test"), 3, Optional.empty());
    assertThat(line.isGone()).isFalse();
    assertThat(line.gone().isGone()).isTrue();
    assertThat(line.gone().recipient()).isEqualTo("bob@example.test");
    assertThat(line.gone().next()).isEmpty();
  }

  @Test
  void aMessageThatIsNoMailHasALineAsWell() {
    MailLine line = line("", List.of(), 0, Optional.empty());
    assertThat(line.recipient()).isEmpty();
    assertThat(line.others()).isEmpty();
    assertThat(line.why()).isEmpty();
    assertThat(line.answer()).isEmpty();
  }

  @Test
  void aHeldMailSaysWhenItGoesOn() {
    MailLine line =
        line(row(QueueState.HELD, "1", List.of("bob@example.test"), 3, Optional.empty()));
    assertThat(line.next()).isEqualTo("released in 2 h");
    assertThat(line.nextExact()).contains("5:00:00");
  }

  private static MailLine line(
      String part, List<String> recipients, int attempts, Optional<Diagnosis> last) {
    return line(row(QueueState.DEFERRED, part, recipients, attempts, last));
  }

  private static MailLine line(QueueRow row) {
    return MailLine.of(
        row, "Lunch", new Phrases(Locale.ENGLISH, ZoneOffset.UTC, NOW), NoticeLanguage.ENGLISH);
  }

  /** A mail that is tried in half an hour, or held for two hours. */
  private static QueueRow row(
      QueueState state,
      String part,
      List<String> recipients,
      int attempts,
      Optional<Diagnosis> last) {
    boolean held = state == QueueState.HELD;
    return new QueueRow(
        state,
        "01HZY8Q2K3M4N",
        part,
        "",
        recipients,
        4096,
        Optional.of(NOW.minusSeconds(3600)),
        Optional.empty(),
        attempts,
        0,
        Optional.empty(),
        Optional.empty(),
        held ? Optional.empty() : Optional.of(NOW.plusSeconds(1800)),
        held ? Optional.of(NOW.plusSeconds(7200)) : Optional.empty(),
        last,
        "");
  }
}
