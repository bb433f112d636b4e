package org.mailroom.probe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.mailroom.probe.WayStep.Tone;

/**
 * A step of a delivery test.
 *
 * @param kind of it
 * @param tone how it went
 * @param time when it ended
 * @param took how long it took
 * @param subject a host, or what was said
 * @param answer a reply, or the reason of a failure; or empty
 * @param more addresses, extensions, what a certificate has
 */
public record TestStep(
    Kind kind,
    Tone tone,
    Instant time,
    Duration took,
    String subject,
    String answer,
    List<String> more) {

  /** What a step can be, in the order of a test. */
  public enum Kind {
    LOCAL,
    ROUTE,
    NO_WAY,
    DNS,
    CONNECT,
    GREETING,
    EHLO,
    STARTTLS,
    TLS,
    PLAIN,
    MAIL,
    RCPT,
    RSET,
    SENT,
    QUIT,
    /** The conversation ended before its time, or not in its form. */
    FAILURE;

    /** As REST and texts name it, such as {@code no-way}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Keeps its own list. */
  public TestStep {
    more = List.copyOf(more);
  }
}
