package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a broker counts as dead. */
class BrokerLifeTest {

  /** R: it runs; -: it doesn't. +: it has died; .: it has not. */
  @ParameterizedTest
  @CsvSource({
    "---------, .........",
    "--RRRR, ......",
    "RR--, ...+",
    "RR-R-R-, .......",
    "R----, ..+..",
    "--R-R--R, ......+."
  })
  void itIsDeadWhenItHasRunAndTwoLooksFindThatItDoesNot(String looks, String dead) {
    BrokerLife life = new BrokerLife();
    List<String> said = new ArrayList<>();
    looks.chars().forEach(look -> said.add(life.hasDied(look == 'R') ? "+" : "."));
    assertThat(String.join("", said)).isEqualTo(dead);
  }

  @ParameterizedTest
  @CsvSource({"-, -, false", "R, R, false", "R, -, true", "RR-R, -, true"})
  void itIsBrokenWhenItHasRunAndIsGoneAtTheEnd(String looks, String end, boolean broken) {
    BrokerLife life = new BrokerLife();
    looks.chars().forEach(look -> life.hasDied(look == 'R'));
    assertThat(life.isBroken("R".equals(end))).isEqualTo(broken);
  }
}
