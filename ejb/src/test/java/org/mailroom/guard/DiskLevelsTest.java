package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.guard.Shortage.Kind;
import org.mailroom.settings.Settings;

/** What follows from the use of a disk. */
class DiskLevelsTest {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private final DiskLevels levels = new DiskLevels(new Settings.Shortage(85, 90, 75));

  @ParameterizedTest
  @CsvSource({
    "84.9,",
    "85, DISK_LOW",
    "89.9, DISK_LOW",
    "90, DISK_FULL",
    "94.9, DISK_FULL",
    "95, DISK_EXHAUSTED",
    "100, DISK_EXHAUSTED"
  })
  void aLevelBeginsWhereTheSettingsSay(double percent, Kind level) {
    assertThat(at(1000 * GIB, percent)).isEqualTo(Optional.ofNullable(level));
  }

  @Test
  void aLevelIsLeftTwoPointsBelow() {
    assertThat(at(1000 * GIB, 95)).contains(Kind.DISK_EXHAUSTED);
    assertThat(at(1000 * GIB, 93.1)).contains(Kind.DISK_EXHAUSTED);
    assertThat(at(1000 * GIB, 92.9)).contains(Kind.DISK_FULL);
    assertThat(at(1000 * GIB, 88.1)).contains(Kind.DISK_FULL);
    assertThat(at(1000 * GIB, 87.9)).contains(Kind.DISK_LOW);
    assertThat(at(1000 * GIB, 83.1)).contains(Kind.DISK_LOW);
    assertThat(at(1000 * GIB, 82.9)).isEmpty();
    assertThat(at(1000 * GIB, 84.9)).isEmpty();
  }

  @Test
  void belowTwoGibibytesADiskIsFullWhateverItsUse() {
    assertThat(levels.at(new DiskUse(10 * GIB, 2 * GIB))).isEmpty();
    assertThat(levels.at(new DiskUse(10 * GIB, 2 * GIB - 1))).contains(Kind.DISK_FULL);
    assertThat(levels.at(new DiskUse(10 * GIB, 2 * GIB + 200 * MIB - 1))).contains(Kind.DISK_FULL);
    assertThat(levels.at(new DiskUse(10 * GIB, 2 * GIB + 256 * MIB))).isEmpty();
  }

  @Test
  void aSmallDiskIsFullWhenATenthIsLeft() {
    assertThat(levels.at(new DiskUse(GIB, GIB))).isEmpty();
    assertThat(levels.at(new DiskUse(GIB, GIB / 5))).isEmpty();
    assertThat(levels.at(new DiskUse(GIB, GIB / 10 - 1))).contains(Kind.DISK_FULL);
    assertThat(levels.at(new DiskUse(GIB, GIB / 10 + 15 * MIB))).contains(Kind.DISK_FULL);
    assertThat(levels.at(new DiskUse(GIB, GIB / 10 + 21 * MIB))).contains(Kind.DISK_LOW);
    assertThat(levels.at(new DiskUse(GIB, GIB / 5))).isEmpty();
  }

  @Test
  void aDiskWithoutASizeIsNotFull() {
    assertThat(new DiskUse(0, 0).used()).isZero();
  }

  @Test
  void theUseIsSaidInWords() {
    assertThat(new DiskUse(20 * GIB, 2 * GIB - 200 * MIB).inWords())
        .isEqualTo("91 %, 1.8 GiB free");
  }

  private Optional<Kind> at(long total, double percent) {
    return levels.at(new DiskUse(total, Math.round(total * (1 - percent / 100))));
  }
}
