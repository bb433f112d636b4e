package org.mailroom.console.overview;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers at an axis, from 0: few, round, and beyond the highest value.
 *
 * @param step between two of them
 * @param steps how many
 */
record ChartScale(double step, int steps) {

  private static final int MOST_STEPS = 4;
  private static final double[] ROUND = {1, 2, 5, 10};

  /** For values up to {@code highest}; steps are whole numbers. */
  static ChartScale upTo(double highest) {
    double least = Math.max(highest, 1) / MOST_STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    double step = power * ROUND[ROUND.length - 1];
    for (double round : ROUND) {
      if (power * round >= least) {
        step = power * round;
        break;
      }
    }
    step = Math.max(1, step);
    return new ChartScale(step, Math.max(1, (int) Math.ceil(highest / step)));
  }

  double top() {
    return step * steps;
  }

  List<Double> values() {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      values.add(i * step);
    }
    return values;
  }
}
