package org.mailroom.retry;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * How long a deferred mail waits after each delivery attempt. The last delay repeats.
 *
 * @param delays the delay after the first attempt, after the second, and so on; at least one, each
 *     positive
 */
public record RetrySchedule(List<Duration> delays) {

  /** After 5 min, after 15 min, then every 30 min. */
  public static final RetrySchedule STEADY = ofMinutes(5, 15, 30);

  /** 5, 10, 20, 40, 60 min, then hourly. */
  public static final RetrySchedule BACKOFF = ofMinutes(5, 10, 20, 40, 60);

  private static final double JITTER = 0.1;

  /** Refuses an empty list and delays that are not positive. */
  public RetrySchedule {
    delays = List.copyOf(Objects.requireNonNull(delays, "a schedule has delays"));
    if (delays.isEmpty() || delays.stream().anyMatch(d -> d.isZero() || d.isNegative())) {
      throw new IllegalArgumentException("A retry schedule has delays above zero");
    }
  }

  /**
   * The delay after an attempt, ±10 % at random so that mails deferred together don't come back
   * together.
   *
   * @param attempts attempts made so far, at least 1
   */
  public Duration delayAfter(int attempts, RandomGenerator random) {
    Duration delay = delays.get(Math.min(attempts, delays.size()) - 1);
    return Duration.ofMillis(
        Math.round(delay.toMillis() * random.nextDouble(1 - JITTER, 1 + JITTER)));
  }

  /**
   * The delay that repeats: the longest time between two attempts once the schedule has run out.
   */
  public Duration lastDelay() {
    return delays.get(delays.size() - 1);
  }

  private static RetrySchedule ofMinutes(long... minutes) {
    return new RetrySchedule(Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList());
  }
}
