package org.mailroom.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands at a Saturday evening until a test lets time pass. */
public final class SettableClock extends Clock {

  private Instant now = Instant.parse("2025-11-22T21:21:05Z");

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.ofHours(8);
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The zone of this clock stays");
  }

  @Override
  public Instant instant() {
    return now;
  }
}
