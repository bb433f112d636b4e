package org.mailroom.metrics.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.mailroom.metrics.Counts;

/**
 * What was counted in a stretch of time, and the highest levels that were seen in it.
 *
 * @param time its end
 * @param seconds how long it was counted, above zero
 * @param accepted mails
 * @param octets of their contents
 * @param delivered recipients, in mailboxes of this hub
 * @param relayed recipients
 * @param deferred attempts
 * @param failed recipients
 * @param refused mails, recipients and sessions
 * @param queued mails
 * @param oldest age of the mail that is longest in the queue, in seconds
 * @param sessions open on all listeners
 * @param disk how full the fullest disk is: 0 to 1
 */
public record Point(
    Instant time,
    long seconds,
    long accepted,
    long octets,
    long delivered,
    long relayed,
    long deferred,
    long failed,
    long refused,
    long queued,
    long oldest,
    long sessions,
    double disk) {

  private static final long MINUTE = 60;

  static Point of(Instant time, Duration length, Counts counts, Levels levels) {
    return new Point(
        time,
        Math.max(1, length.toSeconds()),
        counts.accepted(),
        counts.octets(),
        counts.delivered(),
        counts.relayed(),
        counts.deferred(),
        counts.failed(),
        counts.refusedMail(),
        levels.queued(),
        levels.oldest().toSeconds(),
        levels.sessions(),
        levels.disk());
  }

  /** So many a minute, of something that was counted. */
  public double perMinute(long count) {
    return (double) count * MINUTE / seconds;
  }

  /** Recipients that have the mail, here or elsewhere. */
  public long out() {
    return delivered + relayed;
  }

  /**
   * Points of longer stretches, in order; each has the end of its stretch, or of its last point.
   */
  static List<Point> merged(Collection<Point> points, Duration step) {
    TreeMap<Long, Point> merged = new TreeMap<>();
    for (Point point : points) {
      // A point has the end of its time: what ends with a stretch belongs to it.
      long stretch = (point.time.toEpochMilli() - 1) / step.toMillis();
      merged.merge(stretch, point, Point::with);
    }
    return List.copyOf(merged.values());
  }

  private Point with(Point other) {
    return new Point(
        time.isAfter(other.time) ? time : other.time,
        seconds + other.seconds,
        accepted + other.accepted,
        octets + other.octets,
        delivered + other.delivered,
        relayed + other.relayed,
        deferred + other.deferred,
        failed + other.failed,
        refused + other.refused,
        Math.max(queued, other.queued),
        Math.max(oldest, other.oldest),
        Math.max(sessions, other.sessions),
        Math.max(disk, other.disk));
  }
}
