package org.mailroom.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailbox.NumberSet;

class NumberingTest {

  @ParameterizedTest
  @CsvSource({"5, 1", "6, 2", "7, 3", "20, 4", "21, 5", "4, 0", "8, 0", "19, 0", "22, 0", "900, 0"})
  void aUidHasTheNumberOfItsPlace(long uid, int number) {
    assertThat(new Numbering(NumberSet.of(5, 6, 7, 20, 21)).number(uid)).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"1", "4294967295"})
  void inAnEmptyMailboxNoneHas(long uid) {
    assertThat(new Numbering(NumberSet.NONE).number(uid)).isZero();
  }
}
