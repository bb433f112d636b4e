package org.mailroom.operation;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.mailroom.settings.Durations;

/** Times as operators write them. */
final class Moments {

  /** Ten years: beyond it is a mistake. */
  private static final Duration LONGEST = Duration.ofDays(3650);

  private Moments() {}

  /**
   * Reads a duration from {@code now}, or an instant of ISO 8601 with its zone.
   *
   * @throws IllegalArgumentException when it is neither, or more than ten years away
   */
  static Instant parse(String text, Instant now) {
    if (text.indexOf('T') <= 0) {
      return now.plus(bounded(Durations.parse(text)));
    }
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      bounded(Duration.between(now, instant));
      return instant;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("An instant is of ISO 8601, with its zone", e);
    }
  }

  /**
   * The same duration.
   *
   * @throws IllegalArgumentException when it is longer than ten years
   */
  static Duration bounded(Duration duration) {
    if (duration.abs().compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("Too long");
    }
    return duration;
  }
}
