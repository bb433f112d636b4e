package org.mailroom.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "ab, ''",
    "Abc, abc",
    "abcd, 'abc bcd'",
    "'a  b', a_b",
    "会, 会",
    "会议, '会 会议 议'",
    "会议室, '会 会议 室 议 议室'",
    "x会, 会",
    "x会議y, 'x会議 会 会議 会議y 議'",
    "カナ, 'カ カナ ナ'",
    "한글, '글 한 한글'",
    "ﾊﾟ, パ",
    "😀, '\uD83D \uD83D\uDE00 \uDE00'",
  })
  void aPhraseHasTheseTerms(String phrase, String terms) {
    assertThat(words(Terms.of(Phrase.of(phrase), 100))).isEqualTo(terms);
  }

  @Test
  void ofALongPhraseSomeAreEnough() {
    assertThat(Terms.of(Phrase.of("abcdefghijklmnop"), 5)).hasSize(5);
  }

  @Test
  void thousandsAreKept() {
    TermSet set = new TermSet();
    for (int round = 0; round < 2; round++) {
      for (long term = 1; term <= 5_000; term++) {
        set.add(term << 32 | term);
      }
    }
    assertThat(set.count()).isEqualTo(5_000);
    assertThat(set.terms()).hasSize(5_000).contains(1L << 32 | 1, 5_000L << 32 | 5_000);
  }

  private static String words(long[] terms) {
    return Arrays.stream(terms)
        .mapToObj(TermsTest::word)
        .sorted()
        .collect(Collectors.joining(" "))
        .replace("a b", "a_b");
  }

  private static String word(long term) {
    StringBuilder word = new StringBuilder();
    for (int shift = 32; shift >= 0; shift -= 16) {
      char c = (char) (term >>> shift);
      if (c != 0) {
        word.append(c);
      }
    }
    return word.toString();
  }
}
