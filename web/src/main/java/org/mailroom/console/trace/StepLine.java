package org.mailroom.console.trace;

import java.util.Optional;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.QueueId;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.tracking.store.TraceStep;

/**
 * Something that happened to a mail, as a line of its history.
 *
 * @param time of day
 * @param exact date and time
 * @param kind the key of its style
 * @param title what happened, in a few words
 * @param recipient whom it is about
 * @param why an explanation in plain words, or empty
 * @param answer the reply, or the hub's own reason, or empty
 * @param detail in the words of the person who did it, or empty
 * @param link to the trace of the mail that was made of it, or empty
 */
public record StepLine(
    String time,
    String exact,
    String kind,
    String title,
    String recipient,
    String why,
    String answer,
    String detail,
    String link) {

  /** The stage of what stays in this hub. */
  static final String STORE = "store";

  /** The line of a step. */
  public static StepLine of(TraceStep step, Phrases phrases, NoticeLanguage language) {
    return new StepLine(
        phrases.clock(step.happened()),
        phrases.exact(step.happened()),
        step.kind(),
        title(step, phrases),
        step.recipient(),
        why(step, language).orElse(""),
        step.words(),
        step.kind().equals("notified") ? "" : step.detail(),
        step.child().map(id -> link(id)).orElse(""));
  }

  private static String title(TraceStep step, Phrases phrases) {
    String host = step.remoteMta().isEmpty() ? step.nextHop() : step.remoteMta();
    String key =
        switch (step.kind()) {
          case "delivered" -> step.stage().equals(STORE) ? "stored" : "delivered";
          case "deferred" -> step.attempt() == 0 || host.isEmpty() ? "waiting" : "deferred";
          case "failed" -> step.actor().isEmpty() ? "failed" : "ended";
          default -> step.kind();
        };
    return phrases.text("step." + key, host, step.attempt(), step.actor(), step.detail());
  }

  static Optional<String> why(TraceStep step, NoticeLanguage language) {
    if (step.status().isEmpty() || step.status().startsWith("2")) {
      return Optional.empty();
    }
    String domain = step.recipient().substring(step.recipient().lastIndexOf('@') + 1);
    return Optional.of(
        Explanation.of(step.stage(), EnhancedStatusCode.of(step.status())).why(language, domain));
  }

  static String link(QueueId id) {
    return PageLink.to("trace", "id", id.text());
  }
}
