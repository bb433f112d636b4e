package org.mailroom.retry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How old mails are, whatever the wall clock does: a leap forward of more than 5 min against the
 * monotonic clock, seen in this run, is taken off the age of every mail that was queued before it.
 * A leap backward makes mails younger, which gives nobody up too early, and is left alone.
 *
 * <p>Safe for any number of threads.
 */
public final class MailAges {

  private static final Duration TOLERATED = Duration.ofMinutes(5);

  /** Mails queued before {@code before} are younger by {@code amount} than the clock says. */
  private record Leap(Instant before, Duration amount) {}

  private final Clock clock;
  private final LongSupplier nanoTime;
  private Instant lastWall;
  private long lastNanos;
  private volatile List<Leap> leaps = List.of();

  /** Watches {@code clock} against {@code nanoTime}, a clock that never leaps. */
  public MailAges(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.lastWall = clock.instant();
    this.lastNanos = nanoTime.getAsLong();
  }

  /** The age now of a mail that was queued at {@code firstQueued}. */
  public Duration of(Instant firstQueued) {
    Duration age = Duration.between(firstQueued, watch());
    for (Leap leap : leaps) {
      if (firstQueued.isBefore(leap.before())) {
        age = age.minus(leap.amount());
      }
    }
    return age.isNegative() ? Duration.ZERO : age;
  }

  /** Compares the clocks; to be called every minute or so, so that a leap is seen when it is. */
  public synchronized Instant watch() {
    Instant wall = clock.instant();
    long nanos = nanoTime.getAsLong();
    Duration passed = Duration.ofNanos(nanos - lastNanos);
    Duration ahead = Duration.between(lastWall.plus(passed), wall);
    if (ahead.compareTo(TOLERATED) > 0) {
      List<Leap> more = new ArrayList<>(leaps);
      more.add(new Leap(wall, ahead));
      leaps = List.copyOf(more);
    }
    lastWall = wall;
    lastNanos = nanos;
    return wall;
  }
}
