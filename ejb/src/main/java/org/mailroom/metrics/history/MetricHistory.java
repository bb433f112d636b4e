package org.mailroom.metrics.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Opening;
import org.mailroom.metrics.Counts;
import org.mailroom.metrics.MailCounters;
import org.mailroom.settings.Settings;

/**
 * What was counted over time. {@link MetricWatch} has it look every few seconds; a minute after the
 * last point it makes the next one.
 */
@Singleton
public class MetricHistory {

  private static final Logger LOG = System.getLogger(MetricHistory.class.getName());

  private final MailCounters counters;
  private final LevelReader levels;
  private final Database database;
  private final Opening opening;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final PointTable table;
  private final Timeline timeline = new Timeline();
  private final Deque<Look> looks = new ArrayDeque<>();
  private Look lastPoint;
  private boolean putBack;

  /** The counters at one time of a monotonic clock. */
  private record Look(long nanos, Counts counts) {}

  /** Of these counters, in this database. */
  @Inject
  public MetricHistory(
      MailCounters counters,
      LevelReader levels,
      Database database,
      Opening opening,
      Settings settings,
      Clock clock) {
    this(counters, levels, database, opening, settings.hostname().ascii(), clock, System::nanoTime);
  }

  MetricHistory(
      MailCounters counters,
      LevelReader levels,
      Database database,
      Opening opening,
      String node,
      Clock clock,
      LongSupplier nanoTime) {
    this.counters = counters;
    this.levels = levels;
    this.database = database;
    this.opening = opening;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.table = new PointTable(node);
  }

  /** What was counted in the last minute, or since the start, with the levels of this moment. */
  public Point lastMinute() {
    Look now = new Look(nanoTime.getAsLong(), counters.now());
    return point(clock.instant(), earliest(), now, levels.read());
  }

  /** The points of the last hour, day or week, the oldest first; none where no hub ran. */
  public List<Point> points(Span span) {
    return timeline.points(span, clock.instant());
  }

  /** Looks at the counters, and makes a point when it is time. For one thread. */
  void look() {
    if (!opening.isOpen()) {
      return;
    }
    Look now = new Look(nanoTime.getAsLong(), counters.now());
    if (lastPoint == null) {
      // Nothing was counted before the hub opened, and some of it may have been since.
      lastPoint = new Look(now.nanos(), Counts.NONE);
      remember(lastPoint);
    }
    remember(now);
    if (!putBack) {
      putBack();
    }
    if (now.nanos() - lastPoint.nanos() >= Timeline.MINUTE.toNanos()) {
      add(point(clock.instant(), lastPoint, now, levels.read()));
      lastPoint = now;
    }
  }

  private synchronized void remember(Look now) {
    looks.addLast(now);
    while (now.nanos() - looks.getFirst().nanos() > Timeline.MINUTE.toNanos()) {
      looks.removeFirst();
    }
  }

  private synchronized Look earliest() {
    return looks.isEmpty() ? new Look(nanoTime.getAsLong(), Counts.NONE) : looks.getFirst();
  }

  private static Point point(Instant time, Look from, Look to, Levels levels) {
    Duration length = Duration.ofNanos(to.nanos() - from.nanos());
    return Point.of(time, length, to.counts().since(from.counts()), levels);
  }

  private void add(Point minute) {
    timeline.add(minute);
    Optional<Point> quarter = timeline.takeQuarter(minute.time());
    try {
      database.<Void>byJdbc(connection -> table.insert(connection, Timeline.MINUTE, minute));
      if (quarter.isPresent()) {
        keep(quarter.get(), minute.time());
      }
    } catch (DatabaseException e) {
      // The hub warns of a database that doesn't answer; a gap in a chart is not worth another.
      LOG.log(Level.DEBUG, "A point of the charts is not kept", e);
    }
  }

  private void keep(Point quarter, Instant now) {
    database.<Void>byJdbc(connection -> table.insert(connection, Timeline.QUARTER, quarter));
    database.<Integer>byJdbc(
        connection ->
            table.forget(connection, Timeline.MINUTE, now.minus(Timeline.DAY))
                + table.forget(connection, Timeline.QUARTER, now.minus(Timeline.WEEK)));
  }

  private void putBack() {
    Instant now = clock.instant();
    try {
      timeline.putBack(
          database.byJdbc(c -> table.read(c, Timeline.MINUTE, now.minus(Timeline.DAY))),
          database.byJdbc(c -> table.read(c, Timeline.QUARTER, now.minus(Timeline.WEEK))));
      putBack = true;
    } catch (DatabaseException e) {
      LOG.log(Level.DEBUG, "The points of the charts are not read yet", e);
    }
  }
}
