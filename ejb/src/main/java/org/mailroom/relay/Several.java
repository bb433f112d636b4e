package org.mailroom.relay;

import java.time.Duration;

/** Knows whether more than one of a kind came lately: then nobody may take everything. */
final class Several {

  private static final long LATELY = Duration.ofMinutes(10).toNanos();

  private String last;
  private boolean several;
  private long changedAt;

  /**
   * Somebody came.
   *
   * @param now of a monotonic clock, in nanoseconds
   */
  synchronized void note(String who, long now) {
    if (!who.equals(last)) {
      several = last != null;
      changedAt = now;
      last = who;
    }
  }

  /** True when the last 10 minutes saw one after another. */
  synchronized boolean at(long now) {
    return several && now - changedAt < LATELY;
  }
}
