package org.mailroom.smtp.client;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers since when a blocking step is under way that has no timeout of its own: a write to a
 * peer that doesn't read, a TLS handshake in drops. Another thread looks at it from time to time.
 */
final class StallGuard {

  private static final long IDLE = Long.MIN_VALUE;

  private final LongSupplier nanoTime;
  private final long limit;
  private volatile long begun = IDLE;

  StallGuard(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.limit = limit.toNanos();
  }

  void begin() {
    begun = nanoTime.getAsLong();
  }

  void end() {
    begun = IDLE;
  }

  /** True when a step has been under way for longer than the limit. */
  boolean isStalled() {
    long since = begun;
    return since != IDLE && nanoTime.getAsLong() - since > limit;
  }
}
