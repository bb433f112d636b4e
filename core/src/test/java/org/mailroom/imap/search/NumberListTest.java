package org.mailroom.imap.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.NumberSet;

class NumberListTest {

  @Test
  void itsTextKeepsTheOrder() {
    assertThat(NumberList.of(5, 3, 4, 1, 2, 9)).hasToString("5,3:4,1:2,9");
    assertThat(NumberList.of(3, 2, 1)).hasToString("3,2,1");
    assertThat(NumberList.of()).hasToString("");
    assertThat(NumberList.of(NumberSet.of(7, 2, 3))).hasToString("2:3,7");
  }

  @Test
  void whatBecomesNothingIsLeftOut() {
    assertThat(NumberList.of(5, 3, 4).map(n -> n == 3 ? 0 : n * 10)).hasToString("50,40");
  }

  @Test
  void itHasTwoEndsAndASet() {
    NumberList list = NumberList.of(5, 3, 4);
    assertThat(list.first()).isEqualTo(5);
    assertThat(list.last()).isEqualTo(4);
    assertThat(list.count()).isEqualTo(3);
    assertThat(list.set()).hasToString("3:5");
  }
}
