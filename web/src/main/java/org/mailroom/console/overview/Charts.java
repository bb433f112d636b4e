package org.mailroom.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.mailroom.console.Phrases;
import org.mailroom.console.overview.Chart.Line;
import org.mailroom.console.overview.Chart.Slot;
import org.mailroom.console.overview.Chart.Tick;
import org.mailroom.metrics.history.Point;
import org.mailroom.metrics.history.Span;

/** Draws what was counted: the traffic, the queue, and its oldest mail. */
final class Charts {

  private static final List<Series> TRAFFIC =
      List.of(
          Series.rate("in", Point::accepted),
          Series.rate("out", Point::out),
          Series.rate("deferred", Point::deferred),
          Series.rate("failed", Point::failed));
  private static final List<Series> QUEUE = List.of(Series.level("queued", Point::queued));
  private static final List<Series> AGE = List.of(Series.level("oldest", Point::oldest));

  private final Span span;
  private final Instant now;
  private final List<Point> points;
  private final Phrases phrases;
  private final ChartTimes times;

  Charts(Span span, Instant now, List<Point> points, Phrases phrases, ZoneId zone, Locale locale) {
    this.span = span;
    this.now = now;
    this.points = points;
    this.phrases = phrases;
    this.times = new ChartTimes(span, zone, locale);
  }

  List<Chart> all() {
    return List.of(
        chart("traffic", TRAFFIC, scale(TRAFFIC, 1), 1, phrases::rate),
        chart("queue", QUEUE, scale(QUEUE, 1), 1, number -> phrases.whole((long) number)),
        age());
  }

  /** Its scale is of whole minutes, hours or days. */
  private Chart age() {
    double highest = highest(AGE);
    double unit = ageUnit(highest);
    return chart("age", AGE, scale(AGE, unit), unit, seconds -> phrases.length((long) seconds));
  }

  private static double ageUnit(double seconds) {
    if (seconds > Duration.ofDays(4).toSeconds()) {
      return Duration.ofDays(1).toSeconds();
    }
    return seconds > Duration.ofMinutes(90).toSeconds()
        ? Duration.ofHours(1).toSeconds()
        : Duration.ofMinutes(1).toSeconds();
  }

  private double highest(List<Series> all) {
    return all.stream()
        .mapToDouble(one -> points.stream().mapToDouble(one.value()).max().orElse(0))
        .max()
        .orElse(0);
  }

  private ChartScale scale(List<Series> all, double unit) {
    return ChartScale.upTo(highest(all) / unit);
  }

  private Chart chart(
      String key, List<Series> all, ChartScale scale, double unit, DoubleFunction<String> words) {
    ChartPlot plot = new ChartPlot(span, now, scale.top() * unit);
    List<Tick> rows =
        scale.values().stream()
            .map(value -> new Tick(plot.y(value * unit), words.apply(value * unit)))
            .toList();
    List<Slot> slots =
        points.stream()
            .map(
                point ->
                    new Slot(
                        plot.x(point.time().minus(span.step())),
                        plot.slotWidth(),
                        words(point, all, words)))
            .toList();
    List<Line> lines = all.stream().map(one -> line(one, plot, words)).toList();
    return new Chart(key, lines, rows, times.ticks(now, plot), slots);
  }

  private String words(Point point, List<Series> all, DoubleFunction<String> words) {
    return times.exact(point.time())
        + all.stream()
            .map(
                one ->
                    "\n"
                        + phrases.text("overview.series." + one.key())
                        + ": "
                        + words.apply(one.value().applyAsDouble(point)))
            .collect(Collectors.joining());
  }

  private Line line(Series one, ChartPlot plot, DoubleFunction<String> words) {
    double highest = points.stream().mapToDouble(one.value()).max().orElse(0);
    double last = points.isEmpty() ? 0 : one.value().applyAsDouble(points.get(points.size() - 1));
    String total =
        one.count() == null ? "" : phrases.whole(points.stream().mapToLong(one.count()).sum());
    return new Line(
        one.key(), plot.path(points, one.value()), words.apply(last), words.apply(highest), total);
  }
}
