package org.mailroom.probe;

import java.util.List;
import java.util.Locale;

/**
 * A step of the way that a mail would take.
 *
 * @param kind of it
 * @param level how many others the recipient was led through, from 0
 * @param subject an address, a name or a host
 * @param detail more of it: a reply, a reason, a rule; or empty
 * @param more whom it leads to, or the hosts
 */
public record WayStep(Kind kind, int level, String subject, String detail, List<String> more) {

  /** Whether the mail goes on. */
  public enum Tone {
    GOOD,
    NOTE,
    WARNING,
    BAD
  }

  /** What a step can be. */
  public enum Kind {
    MAIL_TAKEN(Tone.GOOD),
    MAIL_REFUSED(Tone.BAD),
    TOO_LARGE(Tone.BAD),
    RCPT_TAKEN(Tone.GOOD),
    RCPT_REFUSED(Tone.BAD),
    LOCAL(Tone.NOTE),
    MAILBOX(Tone.NOTE),
    FORWARDS(Tone.NOTE),
    DISABLED(Tone.BAD),
    ALIAS(Tone.NOTE),
    LIST(Tone.NOTE),
    LIST_ASKS(Tone.WARNING),
    LIST_REFUSES(Tone.BAD),
    ELSEWHERE(Tone.NOTE),
    UNKNOWN(Tone.WARNING),
    SEEN(Tone.NOTE),
    FILED(Tone.GOOD),
    MAILBOX_FULL(Tone.WARNING),
    REFUSED(Tone.BAD),
    ROUTE(Tone.NOTE),
    SMART_HOST(Tone.NOTE),
    EXCHANGERS(Tone.NOTE),
    NEXT_HOP(Tone.GOOD),
    NO_WAY_NOW(Tone.WARNING),
    NO_WAY(Tone.BAD),
    HOP_DOWN(Tone.WARNING),
    HOP_PAUSED(Tone.WARNING),
    RELAY_PAUSED(Tone.WARNING),
    MORE(Tone.NOTE);

    private final Tone tone;

    Kind(Tone tone) {
      this.tone = tone;
    }

    /** Whether the mail goes on from there. */
    public Tone tone() {
      return tone;
    }

    /** As REST and texts name it, such as {@code rcpt-taken}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Keeps its own list. */
  public WayStep {
    more = List.copyOf(more);
  }

  static WayStep of(Kind kind, String subject, String detail) {
    return new WayStep(kind, 0, subject, detail, List.of());
  }
}
