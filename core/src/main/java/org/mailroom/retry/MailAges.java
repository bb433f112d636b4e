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

  /** The two clocks as they stood together. */
  private record Look(Instant wall, long nanos) {}

  private volatile Look last;
  private volatile List<Leap> leaps = List.of();

  /** Watches {@code clock} against {@code nanoTime}, a clock that never leaps. */
  public MailAges(Clock clock, LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.last = look();
  }

  /**
   * The age now of a mail that was queued at {@code firstQueued}. Takes no lock, but after a leap.
   */
  public Duration of(Instant firstQueued) {
    Look now = look();
    if (ahead(now).compareTo(TOLERATED) > 0) {
      watch();
    }
    Duration age = Duration.between(firstQueued, now.wall());
    for (Leap leap : leaps) {
      if (firstQueued.isBefore(leap.before())) {
        age = age.minus(leap.amount());
      }
    }
    return age.isNegative() ? Duration.ZERO : age;
  }

  /**
   * Compares the clocks; to be called every minute or so, so that slow drift is no leap.
   *
   * @return true when the wall clock leapt back by more than 5 min since the last look: what was to
   *     happen at a time of that clock would happen that much later
   */
  public synchronized boolean watch() {
    Look now = look();
    Duration ahead = ahead(now);
    if (ahead.compareTo(TOLERATED) > 0) {
      List<Leap> more = new ArrayList<>(leaps);
      more.add(new Leap(now.wall(), ahead));
      leaps = List.copyOf(more);
    }
    last = now;
    return ahead.compareTo(TOLERATED.negated()) < 0;
  }

  private Duration ahead(Look now) {
    Look before = last;
    Duration passed = Duration.ofNanos(now.nanos() - before.nanos());
    return Duration.between(before.wall().plus(passed), now.wall());
  }

  private Look look() {
    return new Look(clock.instant(), nanoTime.getAsLong());
  }
}
