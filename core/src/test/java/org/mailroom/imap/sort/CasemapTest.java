package org.mailroom.imap.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasemapTest {

  @ParameterizedTest
  @CsvSource({
    "Lunch, lUNCH",
    "\u00C4rger, a\u0308RGER",
    "\u01C6, \u01C4",
    "\uFF21, a",
    "\u2460, 1"
  })
  void caseAndFormDontCount(String one, String other) {
    assertThat(Casemap.fold(one)).isEqualTo(Casemap.fold(other));
  }

  @ParameterizedTest
  @CsvSource({"a, B", "'', a", "a, aa", "e\u0301, z", "1, a", "\uFFFD, \uD83D\uDE00"})
  void orderIsThatOfCharacters(String lower, String higher) {
    assertThat(Arrays.compareUnsigned(Casemap.octets(lower), Casemap.octets(higher))).isNegative();
  }

  @Test
  void ofALongTextOnlyTheBeginningCounts() {
    assertThat(Casemap.fold("\uFDFA".repeat(100_000))).hasSize(500);
    assertThat(Casemap.fold("a".repeat(500) + "b")).isEqualTo(Casemap.fold("A".repeat(501)));
  }
}
