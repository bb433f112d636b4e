package org.mailroom.mime;

import java.time.Duration;

/**
 * How far a message is looked into.
 *
 * @param depth parts within parts
 * @param parts of the whole message
 * @param time for reading it
 */
public record MimeBudget(int depth, int parts, Duration time) {

  /** What no honest message exceeds. */
  public static final MimeBudget USUAL = new MimeBudget(100, 10_000, Duration.ofSeconds(5));

  /** Refuses limits that leave nothing. */
  public MimeBudget {
    if (depth < 1 || parts < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A budget has a depth, a part and a time at least");
    }
  }
}
