package org.mailroom.metrics.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Points in memory: those of the last day by the minute, those of the last week by the quarter of
 * an hour. One thread adds, any may read.
 */
final class Timeline {

  static final Duration MINUTE = Duration.ofMinutes(1);
  static final Duration QUARTER = Duration.ofMinutes(15);
  static final Duration DAY = Span.DAY.length();
  static final Duration WEEK = Span.WEEK.length();

  private final ConcurrentNavigableMap<Instant, Point> minutes = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<Instant, Point> quarters = new ConcurrentSkipListMap<>();

  /** Puts back what was kept, beside what there is. */
  void putBack(Collection<Point> keptMinutes, Collection<Point> keptQuarters) {
    keptMinutes.forEach(point -> minutes.putIfAbsent(point.time(), point));
    keptQuarters.forEach(point -> quarters.putIfAbsent(point.time(), point));
  }

  /** Adds a minute, and forgets what is too old. */
  void add(Point minute) {
    minutes.put(minute.time(), minute);
    minutes.headMap(minute.time().minus(DAY)).clear();
    quarters.headMap(minute.time().minus(WEEK)).clear();
  }

  /**
   * The last quarter of an hour that had ended by then, once: empty when it has been told, or
   * nothing was counted in it.
   */
  Optional<Point> takeQuarter(Instant now) {
    Instant end = start(now);
    Instant begin = end.minus(QUARTER);
    if (!quarters.subMap(begin, false, end, true).isEmpty()) {
      return Optional.empty();
    }
    List<Point> merged = Point.merged(minutes.subMap(begin, false, end, true).values(), QUARTER);
    merged.forEach(quarter -> quarters.put(quarter.time(), quarter));
    return merged.stream().findFirst();
  }

  /** The points of the last hour, day or week, the oldest first. */
  List<Point> points(Span span, Instant now) {
    Instant since = now.minus(span.length());
    if (span != Span.WEEK) {
      return Point.merged(minutes.tailMap(since, false).values(), span.step());
    }
    ConcurrentNavigableMap<Instant, Point> all =
        new ConcurrentSkipListMap<>(quarters.tailMap(since, false));
    // The quarter of an hour that goes on, and what came before the first that ended.
    Instant ended = all.isEmpty() ? since : all.lastKey();
    all.putAll(minutes.tailMap(ended, false));
    return Point.merged(all.values(), span.step());
  }

  private static Instant start(Instant now) {
    long quarter = QUARTER.toMillis();
    return Instant.ofEpochMilli(now.toEpochMilli() / quarter * quarter);
  }
}
