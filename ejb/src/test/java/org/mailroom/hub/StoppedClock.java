package org.mailroom.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Both clocks of a hub, that go on only when a test says so. */
public final class StoppedClock extends Clock {

  /** Where it stands at first. */
  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private long nanos;

  /** Lets time pass; less than none sets the wall clock back. */
  public void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** As {@link System#nanoTime}. */
  public long nanoTime() {
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
