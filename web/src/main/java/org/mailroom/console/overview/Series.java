package org.mailroom.console.overview;

import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.mailroom.metrics.history.Point;

/**
 * Something that a chart shows.
 *
 * @param key of its name and its colour
 * @param value of a point, as drawn
 * @param count of a point, to be added up; null for what is no count
 */
record Series(String key, ToDoubleFunction<Point> value, ToLongFunction<Point> count) {

  /** Something that was counted, drawn as a rate per minute. */
  static Series rate(String key, ToLongFunction<Point> count) {
    return new Series(key, point -> point.perMinute(count.applyAsLong(point)), count);
  }

  /** Something that there is more or less of. */
  static Series level(String key, ToLongFunction<Point> level) {
    return new Series(key, level::applyAsLong, null);
  }
}
