package org.mailroom.relay;

import java.time.Duration;

/**
 * The line of mails that wait for a full next hop, kept as the time when it ends. For one thread at
 * a time; times are nanoseconds of a monotonic clock.
 */
final class Line {

  /** Nobody in line comes due later than this. */
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
  private static final long MOST = LONGEST.toNanos();

  private static final double GOLDEN = 0.618_033_988_749_895;

  private long end;
  private int far;

  Line(long now) {
    end = now;
  }

  /**
   * The time until it is the turn of one more mail, 1 s to 5 min. Whoever would have to wait for
   * longer comes back within the second half of the 5 min, not all at once.
   *
   * @param step time between two mails of the line
   */
  Duration join(long now, long step) {
    end = Math.max(0, end - now) + now + step;
    if (end - now > MOST) {
      end = now + MOST / 2 + step % (MOST / 2);
    }
    return Duration.ofNanos(Math.max(SHORTEST, end - now));
  }

  /**
   * A time that is far away, 2.5 to 5 min, for a mail that is to be called before: each another, so
   * that they don't all come back at once when nobody calls.
   */
  Duration farAway() {
    far++;
    double part = far * GOLDEN % 1;
    return Duration.ofNanos(MOST - (long) (part * MOST * 0.5));
  }
}
