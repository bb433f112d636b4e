package org.mailroom.console.overview;

import java.util.List;

/**
 * A chart, as the page draws it in a box of {@link ChartPlot#WIDTH} times {@link ChartPlot#HEIGHT}.
 *
 * @param key of its texts
 * @param lines drawn in this order
 * @param rows what stands at the left, and its height
 * @param columns what stands below, and where
 * @param slots a stretch of time each, with what was in it in words
 */
public record Chart(
    String key, List<Line> lines, List<Tick> rows, List<Tick> columns, List<Slot> slots) {

  /**
   * One thing over time, and its row in the table below.
   *
   * @param key of its name and its colour
   * @param path of SVG, empty without points
   * @param last what it is now, in words
   * @param highest in the time of the chart, in words
   * @param total in that time, in words; empty for what is no count
   */
  public record Line(String key, String path, String last, String highest, String total) {}

  /** A text at an axis, and its place on it. */
  public record Tick(String at, String text) {}

  /**
   * A stretch of time.
   *
   * @param from its place
   * @param width of it
   * @param text what was in it
   */
  public record Slot(String from, String width, String text) {}

  /** True when there is nothing to draw yet. */
  public boolean blank() {
    return slots.isEmpty();
  }
}
