package org.mailroom.relay;

import java.time.Duration;
import java.util.Arrays;

/** Counts what happened in the last minute, in steps of 5 s. For one thread at a time. */
final class Rate {

  private static final long STEP = Duration.ofSeconds(5).toNanos();
  private static final int STEPS = 12;

  private final int[] counts = new int[STEPS];
  private long lastStep;

  Rate(long now) {
    lastStep = Math.floorDiv(now, STEP);
  }

  void count(long now) {
    moveTo(now);
    counts[Math.floorMod(lastStep, STEPS)]++;
  }

  int perMinute(long now) {
    moveTo(now);
    return Arrays.stream(counts).sum();
  }

  private void moveTo(long now) {
    long step = Math.floorDiv(now, STEP);
    if (step - lastStep >= STEPS) {
      Arrays.fill(counts, 0);
    } else {
      for (long passed = lastStep + 1; passed <= step; passed++) {
        counts[Math.floorMod(passed, STEPS)] = 0;
      }
    }
    lastStep = step;
  }
}
