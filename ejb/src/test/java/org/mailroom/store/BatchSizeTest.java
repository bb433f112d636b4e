package org.mailroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchSizeTest {

  private final BatchSize size = new BatchSize();

  @ParameterizedTest
  @CsvSource({"0, 1024", "100, 1024", "4096, 128", "16384, 32", "1000000, 16"})
  void manySmallOnesOrAFewLargeOnes(long octets, int messages) {
    for (int i = 0; i < 4; i++) {
      size.came(size.next(), size.next() * octets);
    }
    assertThat(size.next()).isEqualTo(messages);
  }

  @Test
  void itGrowsStepByStep() {
    int first = size.next();
    size.came(first, first);
    assertThat(size.next()).isEqualTo(4 * first);
  }

  @Test
  void whatIsGoneTellsNothingBad() {
    size.came(0, 0);
    assertThat(size.next()).isPositive();
  }
}
