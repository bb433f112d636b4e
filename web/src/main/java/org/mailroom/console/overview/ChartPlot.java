package org.mailroom.console.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.mailroom.metrics.history.Point;
import org.mailroom.metrics.history.Span;

/** Where points of time and value are in the box of a chart. */
final class ChartPlot {

  static final int WIDTH = 960;
  static final int HEIGHT = 200;

  private static final double LEFT = 72;
  private static final double RIGHT = WIDTH - 8.0;
  private static final double TOP = 10;
  private static final double BOTTOM = HEIGHT - 24.0;

  /** Where so many steps have no point, no hub ran: the line has a gap. */
  private static final double GAP = 2.5;

  private final Span span;
  private final Instant begin;
  private final double top;

  ChartPlot(Span span, Instant now, double top) {
    this.span = span;
    this.begin = now.minus(span.length());
    this.top = top;
  }

  /** From point to point; one that stands alone is a dash. */
  String path(List<Point> points, ToDoubleFunction<Point> value) {
    StringBuilder path = new StringBuilder();
    Instant before = Instant.MIN;
    boolean alone = false;
    for (Point point : points) {
      boolean gap = before.equals(Instant.MIN) || isGap(before, point.time());
      path.append(gap && alone ? "h4" : "").append(gap ? 'M' : 'L');
      path.append(x(point.time())).append(' ').append(y(value.applyAsDouble(point)));
      alone = gap;
      before = point.time();
    }
    return path.append(alone ? "h4" : "").toString();
  }

  private boolean isGap(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() > span.step().toMillis() * GAP;
  }

  String x(Instant time) {
    double part = (double) Duration.between(begin, time).toMillis() / span.length().toMillis();
    return number(LEFT + Math.max(0, part) * (RIGHT - LEFT));
  }

  String y(double value) {
    return number(BOTTOM - Math.min(1, value / top) * (BOTTOM - TOP));
  }

  /** Of one step. */
  String slotWidth() {
    return number((double) span.step().toMillis() / span.length().toMillis() * (RIGHT - LEFT));
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
