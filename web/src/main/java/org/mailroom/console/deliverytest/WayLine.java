package org.mailroom.console.deliverytest;

import java.util.List;
import java.util.Locale;
import org.mailroom.console.Phrases;
import org.mailroom.probe.WayStep;

/**
 * A step of the way that a mail would take, in words.
 *
 * @param tone its style
 * @param level its indentation, 0 to {@value #DEEPEST}
 * @param text what happens
 * @param second a reply, or whom it leads to; or empty
 */
public record WayLine(String tone, int level, String text, String second) {

  private static final int DEEPEST = 5;

  /** A list may have thousands. */
  private static final int MOST_SHOWN = 8;

  static WayLine of(WayStep step, Phrases phrases) {
    return new WayLine(
        step.kind().tone().name().toLowerCase(Locale.ROOT),
        Math.min(DEEPEST, step.level()),
        phrases.text("way." + step.kind().key(), shown(step.subject()), shown(step.detail())),
        second(step, phrases));
  }

  /** The null reverse-path is shown as it is written. */
  private static String shown(String text) {
    return text.isEmpty() ? "<>" : text;
  }

  private static String second(WayStep step, Phrases phrases) {
    return switch (step.kind()) {
      case MAIL_REFUSED,
          RCPT_REFUSED,
          REFUSED,
          NO_WAY,
          NO_WAY_NOW,
          HOP_DOWN,
          HOP_PAUSED,
          RELAY_PAUSED ->
          step.detail();
      default -> list(step.more(), phrases);
    };
  }

  private static String list(List<String> all, Phrases phrases) {
    String shown = String.join(", ", all.subList(0, Math.min(MOST_SHOWN, all.size())));
    return all.size() <= MOST_SHOWN
        ? shown
        : phrases.text("way.others", shown, all.size() - MOST_SHOWN);
  }
}
