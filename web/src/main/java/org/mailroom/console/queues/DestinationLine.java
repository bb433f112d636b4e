package org.mailroom.console.queues;

import java.util.OptionalInt;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.notification.Explanation;
import org.mailroom.notification.NoticeLanguage;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.relay.HopState;

/**
 * A destination as a line of the table, in words.
 *
 * @param name the key of the next hop
 * @param style the key of its state's texts, and its style
 * @param until when it is tried next or goes on, in words, or empty
 * @param untilExact date and time of that
 * @param paused by whom and why, or empty
 * @param count mails that are queued for it
 * @param mails the same in words
 * @param size of these, in words
 * @param oldest age of the oldest, in words, or empty
 * @param ages of all of them
 * @param connections in use and allowed
 * @param rate mails in the last minute, and the limit
 * @param why the last error, in plain words, or empty
 * @param answer the reply, or the hub's own reason, or empty
 * @param filter that means its mails
 * @param mailsLink to them
 */
public record DestinationLine(
    String name,
    String style,
    String until,
    String untilExact,
    String paused,
    long count,
    String mails,
    String size,
    String oldest,
    AgeBar ages,
    String connections,
    String rate,
    String why,
    String answer,
    String filter,
    String mailsLink) {

  private static final String LOCAL = "local";

  static DestinationLine of(
      DestinationStatus hop, Waiting waiting, Phrases phrases, NoticeLanguage language) {
    boolean local = waiting.local() || hop.nextHop().startsWith(LOCAL + ":");
    boolean paused = hop.state() == HopState.PAUSED;
    return new DestinationLine(
        hop.nextHop(),
        local ? LOCAL : hop.state().key(),
        hop.until().map(phrases::until).orElse(""),
        hop.until().map(phrases::exact).orElse(""),
        hop.pause().filter(it -> paused).map(it -> paused(it, phrases)).orElse(""),
        waiting.mails(),
        phrases.count(waiting.mails()),
        phrases.size(waiting.size()),
        waiting.oldest().map(phrases::age).orElse(""),
        AgeBar.of(waiting.ages(), phrases),
        local
            ? ""
            : limited(
                hop.inUse() + " / " + hop.connections(), hop.limits().maxConnections(), phrases),
        local
            ? ""
            : limited(phrases.count(hop.mailsPerMinute()), hop.limits().mailsPerMinute(), phrases),
        hop.lastError().map(e -> Explanation.of(e).why(language, hop.nextHop())).orElse(""),
        hop.lastError().map(Diagnosis::text).orElse(""),
        waiting.filter(),
        PageLink.to("queue", "filter", waiting.filter()));
  }

  private static String paused(Pause pause, Phrases phrases) {
    return phrases.text("destination.pausedBy", pause.actor(), pause.reason());
  }

  private static String limited(String number, OptionalInt limit, Phrases phrases) {
    return limit.isPresent()
        ? phrases.text("destination.limited", number, limit.getAsInt())
        : number;
  }

  /** True when it is a next hop, and no mailbox of this hub. */
  public boolean isHop() {
    return !style.equals(LOCAL);
  }

  /** True when a person has stopped it. */
  public boolean isPaused() {
    return style.equals("paused");
  }
}
