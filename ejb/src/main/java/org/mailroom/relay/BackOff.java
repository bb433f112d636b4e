package org.mailroom.relay;

import java.time.Duration;

/**
 * How long a next hop that is down is left alone: 5 min, doubling to 60, no longer than a limit.
 */
final class BackOff {

  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofMinutes(60);

  private final Duration first;
  private final Duration longest;
  private Duration current;

  /** Never longer than {@code limit}. */
  BackOff(Duration limit) {
    longest = shorter(LONGEST, limit);
    first = shorter(FIRST, longest);
    current = first;
  }

  Duration current() {
    return current;
  }

  void grow() {
    current = shorter(current.multipliedBy(2), longest);
  }

  void reset() {
    current = first;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
