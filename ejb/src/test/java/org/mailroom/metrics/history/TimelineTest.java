package org.mailroom.metrics.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final Timeline timeline = new Timeline();

  @Test
  void aDayIsKeptByTheMinuteAndAWeekByTheQuarterOfAnHour() {
    int minutes = 8 * 24 * 60;
    Instant now = count(1, minutes);

    List<Point> day = timeline.points(Span.DAY, now);
    assertThat(day).hasSize(144);
    assertThat(sum(day)).isEqualTo(24 * 60);
    List<Point> week = timeline.points(Span.WEEK, now);
    assertThat(week).hasSize(7 * 24);
    assertThat(sum(week)).isEqualTo(7 * 24 * 60);
    assertThat(week).extracting(Point::seconds).containsOnly(3600L);
    assertThat(timeline.points(Span.HOUR, now)).hasSize(60);
  }

  @Test
  void theQuarterOfAnHourThatGoesOnIsInTheWeek() {
    Instant now = count(1, 22);
    assertThat(sum(timeline.points(Span.WEEK, now))).isEqualTo(22);
  }

  @Test
  void whereNoHubRanIsNoPoint() {
    count(1, 5);
    Instant now = count(601, 605);
    assertThat(timeline.points(Span.DAY, now)).hasSize(2);
    assertThat(sum(timeline.points(Span.WEEK, now))).isEqualTo(10);
  }

  @Test
  void levelsAreTheHighestAndCountsAreAddedUp() {
    Point one = new Point(START, 60, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.5);
    Point two = new Point(START.plusSeconds(60), 30, 1, 2, 3, 4, 5, 6, 7, 4, 20, 1, 0.25);
    assertThat(Point.merged(List.of(one, two), Duration.ofDays(1)))
        .containsExactly(
            new Point(START.plusSeconds(60), 90, 2, 4, 6, 8, 10, 12, 14, 8, 20, 10, 0.5));
  }

  /** One mail in each of these minutes. */
  private Instant count(int first, int last) {
    Instant now = START;
    for (int minute = first; minute <= last; minute++) {
      now = START.plus(Duration.ofMinutes(minute));
      timeline.add(new Point(now, 60, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
      timeline.takeQuarter(now);
    }
    return now;
  }

  private static long sum(List<Point> points) {
    return points.stream().mapToLong(Point::accepted).sum();
  }
}
