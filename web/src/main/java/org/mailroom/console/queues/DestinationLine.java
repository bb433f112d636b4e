package org.mailroom.console.queues;

import org.mailroom.console.Phrases;
import org.mailroom.mail.Diagnosis;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.relay.HopState;

/**
 * A next hop as a line of its panel, in words.
 *
 * @param name the key of the next hop
 * @param state how it is treated
 * @param until when it is tried next, in words, or empty
 * @param untilExact date and time of that
 * @param waiting mails that wait for it, in words
 * @param connections in use and allowed
 * @param why the last error, in plain words, or empty
 * @param answer the reply, or the hub's own reason, or empty
 */
public record DestinationLine(
    String name,
    HopState state,
    String until,
    String untilExact,
    String waiting,
    String connections,
    String why,
    String answer) {

  static DestinationLine of(
      DestinationStatus status, long deferred, Phrases phrases, NoticeLanguage language) {
    return new DestinationLine(
        status.nextHop(),
        status.state(),
        status.until().map(phrases::until).orElse(""),
        status.until().map(phrases::exact).orElse(""),
        phrases.count(deferred),
        status.inUse() + " / " + status.connections(),
        status.lastError().map(e -> Explanation.of(e).why(language, status.nextHop())).orElse(""),
        status.lastError().map(Diagnosis::text).orElse(""));
  }

  /** The key of its texts and its style. */
  public String style() {
    return switch (state) {
      case DOWN, PROBING -> "down";
      case PAUSED -> "paused";
      case FULL, ACTIVE -> "active";
    };
  }
}
