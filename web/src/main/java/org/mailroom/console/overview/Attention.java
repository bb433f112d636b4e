package org.mailroom.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.console.Phrases;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueuePage;
import org.mailroom.queue.view.QueueRow;
import org.mailroom.queue.view.QueueView;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.relay.HopState;
import org.mailroom.status.Warning;

/** Says in words what needs a person, and where it is seen to. */
final class Attention {

  private static final String BAD = "bad";
  private static final String WARNING = "warning";
  private static final String QUEUES = "/queues.xhtml";
  private static final Duration LONG = Duration.ofDays(1);

  private final Phrases phrases;
  private final NoticeLanguage language;

  Attention(Phrases phrases, NoticeLanguage language) {
    this.phrases = phrases;
    this.language = language;
  }

  AttentionLine of(Warning warning) {
    String text = phrases.text("warning." + warning.kind().name(), warning.detail());
    return switch (warning.kind()) {
      case BROKER_STOPPED,
          BROKER_UNAVAILABLE,
          JOURNAL_DAMAGED,
          LISTENER_CLOSED,
          DISK_EXHAUSTED,
          DISK_FULL,
          DATABASE_DOWN ->
          new AttentionLine(BAD, text, "", "");
      case DEAD_MAIL -> new AttentionLine(WARNING, text, "", "/queue.xhtml?state=dead");
      case QUEUE_FULL, INTAKE_PAUSED -> new AttentionLine(WARNING, text, "", QUEUES);
      case DISK_LOW, MEMORY_SHORT, CERTIFICATE_KEPT, CERTIFICATE_ENDS, TRACES_MISSING ->
          new AttentionLine(WARNING, text, "", "");
    };
  }

  AttentionLine relaying(Pause pause) {
    return new AttentionLine(
        WARNING,
        phrases.text("overview.attention.relaying", pause.actor(), phrases.age(pause.since())),
        pause.reason(),
        QUEUES);
  }

  /** A next hop that takes no mail, or is not to. */
  Optional<AttentionLine> of(DestinationStatus hop) {
    if (hop.state() == HopState.DOWN || hop.state() == HopState.PROBING) {
      return Optional.of(
          new AttentionLine(
              WARNING,
              phrases.text("overview.attention.down", hop.nextHop(), phrases.age(hop.since())),
              hop.lastError().map(error -> why(error, hop.nextHop())).orElse(""),
              QUEUES));
    }
    return hop.pause()
        .map(
            pause ->
                new AttentionLine(
                    WARNING,
                    phrases.text(
                        "overview.attention.paused",
                        hop.nextHop(),
                        pause.actor(),
                        phrases.age(pause.since())),
                    pause.reason(),
                    QUEUES));
  }

  private String why(Diagnosis error, String hop) {
    return Explanation.of(error).why(language, hop);
  }

  /** Mail that is held and came more than a day ago. */
  Optional<AttentionLine> held(QueueView queue, Instant now) {
    QueuePage page = queue.page(Optional.of(QueueState.HELD), 1, 1);
    return page.rows().stream()
        .findFirst()
        .flatMap(QueueRow::firstQueued)
        .filter(first -> first.plus(LONG).isBefore(now))
        .map(
            first ->
                new AttentionLine(
                    WARNING,
                    phrases.text("overview.attention.held", page.total(), phrases.age(first)),
                    "",
                    "/queue.xhtml?state=held"));
  }
}
