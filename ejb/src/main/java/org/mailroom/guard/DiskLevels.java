package org.mailroom.guard;

import java.util.Optional;
import org.mailroom.guard.Shortage.Kind;
import org.mailroom.settings.Settings;

/**
 * What follows from the use of a disk. A level that was reached is left two points, or some MiB,
 * below where it began. For one thread.
 */
final class DiskLevels {

  /** Here the broker's own guard closes, and a send blocks. */
  private static final double EXHAUSTED = 0.95;

  private static final double POINTS = 0.02;
  private static final long LEAST_FREE = 2L << 30;
  private static final long SMALL = 8L << 30;
  private static final long MOST_MARGIN = 256L << 20;

  private final Threshold low;
  private final Threshold full;
  private final Threshold exhausted;
  private boolean tight;

  DiskLevels(Settings.Shortage settings) {
    this.low = percent(settings.diskLow());
    this.full = percent(settings.diskFull());
    this.exhausted = new Threshold(EXHAUSTED, EXHAUSTED - POINTS);
  }

  /** The level that a disk is at; empty when there is room. */
  Optional<Kind> at(DiskUse disk) {
    // Each is asked each time: it remembers.
    boolean isExhausted = exhausted.isClosedAt(disk.used());
    boolean isFull = full.isClosedAt(disk.used());
    boolean isTight = isTight(disk);
    boolean isLow = low.isClosedAt(disk.used());
    if (isExhausted) {
      return Optional.of(Kind.DISK_EXHAUSTED);
    }
    if (isFull || isTight) {
      return Optional.of(Kind.DISK_FULL);
    }
    return isLow ? Optional.of(Kind.DISK_LOW) : Optional.empty();
  }

  /** Less than 2 GiB free, or than a tenth of a disk that is so small that it seldom has more. */
  private boolean isTight(DiskUse disk) {
    long floor = disk.total() < SMALL ? Math.min(LEAST_FREE, disk.total() / 10) : LEAST_FREE;
    long margin = Math.min(MOST_MARGIN, disk.total() / 50);
    tight = disk.usable() < (tight ? floor + margin : floor);
    return tight;
  }

  private static Threshold percent(int percent) {
    double closesAt = percent / 100.0;
    return new Threshold(closesAt, Math.max(0, closesAt - POINTS));
  }
}
