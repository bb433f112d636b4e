package org.mailroom.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.console.Phrases;
import org.mailroom.console.overview.Chart.Line;
import org.mailroom.console.overview.Chart.Tick;
import org.mailroom.metrics.history.Point;
import org.mailroom.metrics.history.Span;

class ChartsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:05:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1",
    "1, 1, 1",
    "3, 1, 3",
    "4, 1, 4",
    "5, 2, 3",
    "12, 5, 3",
    "99, 50, 2",
    "1000, 500, 2"
  })
  void aScaleHasFewRoundNumbersBeyondTheHighest(double highest, double step, int steps) {
    assertThat(ChartScale.upTo(highest)).isEqualTo(new ChartScale(step, steps));
  }

  @Test
  void aLineHasAGapWhereNoHubRanAndALonePointIsADash() {
    List<Point> points = List.of(point(50, 60), point(20, 120), point(19, 60), point(1, 0));
    String path = charts(Span.HOUR, points, Locale.ENGLISH).get(0).lines().get(0).path();

    assertThat(path.chars().filter(c -> c == 'M')).hasSize(3);
    assertThat(path.chars().filter(c -> c == 'L')).hasSize(1);
    assertThat(path).startsWith("M").contains("h4M").endsWith("h4");
  }

  @Test
  void theTableHasWhatTheCurveShows() {
    List<Point> points = List.of(point(3, 60), point(2, 120), point(1, 30));
    Line in = charts(Span.HOUR, points, Locale.ENGLISH).get(0).lines().get(0);

    assertThat(in.last()).isEqualTo("30");
    assertThat(in.highest()).isEqualTo("120");
    assertThat(in.total()).isEqualTo("210");
    assertThat(charts(Span.HOUR, points, Locale.ENGLISH).get(2).lines().get(0).total()).isEmpty();
  }

  @Test
  void theHighestValueIsWithinTheBoxAndZeroAtItsFoot() {
    List<Point> points = List.of(point(2, 0), point(1, 999));
    Chart traffic = charts(Span.HOUR, points, Locale.ENGLISH).get(0);

    assertThat(traffic.rows()).extracting(Tick::text).containsExactly("0", "500", "1,000");
    assertThat(traffic.rows()).extracting(Tick::at).containsExactly("176.0", "93.0", "10.0");
    assertThat(traffic.lines().get(0).path()).contains(" 176.0L").doesNotContain("-");
    assertThat(traffic.slots().get(1).text()).startsWith("12:04\nAccepted: 999\nDelivered: 0");
  }

  @Test
  void ageIsInWholeMinutesOrHours() {
    List<Point> points = List.of(point(2, 0, 100), point(1, 0, 170));
    assertThat(charts(Span.HOUR, points, Locale.ENGLISH).get(2).rows())
        .extracting(Tick::text)
        .containsExactly("0 s", "1 min", "2 min", "3 min");
    points = List.of(point(1, 0, Duration.ofHours(20).toSeconds()));
    assertThat(charts(Span.HOUR, points, Locale.SIMPLIFIED_CHINESE).get(2).rows())
        .extracting(Tick::text)
        .containsExactly("0 秒", "5 小时", "10 小时", "15 小时", "20 小时");
  }

  @ParameterizedTest
  @CsvSource({
    "HOUR, 11:10, 12:00, 6",
    "DAY, 15:00, 12:00, 8",
    "WEEK, Mon 16, Sun 22, 7",
  })
  void timesStandAtRoundPlaces(Span span, String first, String last, int count) {
    List<Tick> ticks =
        new ChartTimes(span, ZoneOffset.UTC, Locale.UK).ticks(NOW, new ChartPlot(span, NOW, 1));
    assertThat(ticks).hasSize(count);
    assertThat(ticks.getFirst().text()).isEqualTo(first);
    assertThat(ticks.getLast().text()).isEqualTo(last);
  }

  @Test
  void withoutAPointThereIsNothingToDraw() {
    List<Chart> charts = charts(Span.DAY, List.of(), Locale.ENGLISH);
    assertThat(charts).hasSize(3).allMatch(Chart::blank);
    assertThat(charts.get(0).lines()).extracting(Line::path).containsOnly("");
  }

  @Test
  void aWeekOfPointsIsDrawnAtOnce() {
    List<Point> points = new ArrayList<>();
    for (int hour = 168; hour > 0; hour--) {
      points.add(point(hour * 60, hour));
    }
    Chart traffic = charts(Span.WEEK, points, Locale.ENGLISH).get(0);
    assertThat(traffic.slots()).hasSize(168);
    assertThat(traffic.lines().get(0).path().chars().filter(c -> c == 'M')).hasSize(1);
  }

  private static List<Chart> charts(Span span, List<Point> points, Locale locale) {
    ZoneId zone = ZoneOffset.UTC;
    return new Charts(span, NOW, points, new Phrases(locale, zone, NOW), zone, locale).all();
  }

  private static Point point(int minutesAgo, long accepted) {
    return point(minutesAgo, accepted, 0);
  }

  private static Point point(int minutesAgo, long accepted, long oldest) {
    return new Point(
        NOW.minus(Duration.ofMinutes(minutesAgo)),
        60,
        accepted,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        oldest,
        0,
        0.5);
  }
}
