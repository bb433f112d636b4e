package org.mailroom.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.database.Database;
import org.mailroom.database.TestDatabase;
import org.mailroom.hub.Listeners;
import org.mailroom.hub.Opening;
import org.mailroom.hub.StoppedClock;
import org.mailroom.metrics.MailCounters;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.view.QueueView;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

/** Points are made by the minute, thinned for longer charts, and there again after a restart. */
class MetricHistoryTest {

  private static final Duration LOOK = Duration.ofSeconds(10);

  private final StoppedClock clock = new StoppedClock();
  private final MailCounters counters = new MailCounters();
  @TempDir private Path folder;
  private Database database;

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void aPointAMinuteIsThereAgainAfterARestart(TestDatabase kind) throws Exception {
    database = kind.open(folder);
    MetricHistory history = history("one.test");
    history.look();
    for (int minute = 0; minute < 3; minute++) {
      counters.accepted(100);
      minute(history);
    }

    List<Point> points = history.points(Span.HOUR);
    assertThat(points).extracting(Point::accepted).containsExactly(1L, 1L, 1L);
    assertThat(points).extracting(Point::octets).containsOnly(100L);
    assertThat(points).extracting(Point::seconds).containsOnly(60L);

    MetricHistory restarted = history("one.test");
    restarted.look();
    assertThat(restarted.points(Span.HOUR)).isEqualTo(points);
    MetricHistory another = history("two.test");
    another.look();
    assertThat(another.points(Span.HOUR)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void whatIsOldGoesFromTheDatabase(TestDatabase kind) throws Exception {
    database = kind.open(folder);
    MetricHistory history = history("one.test");
    history.look();
    for (int minute = 0; minute < 17; minute++) {
      minute(history);
    }
    assertThat(rows(60)).isEqualTo(17);
    assertThat(rows(900)).isEqualTo(1);

    clock.pass(Duration.ofDays(2));
    for (int minute = 0; minute < 17; minute++) {
      minute(history);
    }
    assertThat(rows(60)).isLessThanOrEqualTo(17);
    assertThat(rows(900)).isBetween(2L, 3L);
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, names = "H2")
  void aRateIsOfTheLastMinute(TestDatabase kind) throws Exception {
    database = kind.open(folder);
    MetricHistory history = history("one.test");
    history.look();
    counters.accepted(1);
    minute(history);
    assertThat(rate(history)).isEqualTo(1);
    minute(history);
    assertThat(rate(history)).isZero();
    clock.pass(LOOK);
    counters.accepted(1);
    counters.accepted(1);
    assertThat(rate(history)).isBetween(1.7, 2.0);
  }

  @ParameterizedTest
  @EnumSource(value = TestDatabase.class, names = "H2")
  void whatCameBeforeTheFirstLookIsInTheFirstPoint(TestDatabase kind) throws Exception {
    database = kind.open(folder);
    MetricHistory history = history("one.test");
    counters.accepted(100);
    history.look();
    assertThat(history.lastMinute().accepted()).isEqualTo(1);
    minute(history);
    minute(history);
    assertThat(history.points(Span.HOUR)).extracting(Point::accepted).containsExactly(1L, 0L);
  }

  private static double rate(MetricHistory history) {
    Point last = history.lastMinute();
    return last.perMinute(last.accepted());
  }

  private void minute(MetricHistory history) {
    for (int look = 0; look < 6; look++) {
      clock.pass(LOOK);
      history.look();
    }
  }

  private long rows(int step) {
    return database
        .<Number>read(
            entities ->
                (Number)
                    entities
                        .createNativeQuery("select count(*) from metric_point where step = " + step)
                        .getSingleResult())
        .longValue();
  }

  private MetricHistory history(String node) throws SettingsException {
    Opening opening = new Opening();
    opening.open();
    LevelReader levels =
        new LevelReader(
            new QueueView(new QueueIndex(), clock),
            new Listeners(),
            SettingsParser.parse(
                Map.of("MAILROOM_HOSTNAME", "hub.test", "MAILROOM_DATA", folder.toString())),
            clock);
    return new MetricHistory(counters, levels, database, opening, node, clock, clock::nanoTime);
  }
}
