package org.mailroom.metrics.history;

import java.time.Duration;
import java.util.Locale;

/** How far back a chart goes, and how far its points are apart. */
public enum Span {
  HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
  DAY(Duration.ofDays(1), Duration.ofMinutes(10)),
  WEEK(Duration.ofDays(7), Duration.ofHours(1));

  private final Duration length;
  private final Duration step;

  Span(Duration length, Duration step) {
    this.length = length;
    this.step = step;
  }

  /** How far back. */
  public Duration length() {
    return length;
  }

  /** Between two points. */
  public Duration step() {
    return step;
  }

  /** As addresses name it, such as {@code hour}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
