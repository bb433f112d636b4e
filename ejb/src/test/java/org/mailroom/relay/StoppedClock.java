package org.mailroom.relay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Both clocks of a hub, that go on only when a test says so. */
final class StoppedClock extends Clock {

  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private long nanos;

  void pass(Duration time) {
    nanos += time.toNanos();
  }

  long nanoTime() {
    return nanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanos);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
