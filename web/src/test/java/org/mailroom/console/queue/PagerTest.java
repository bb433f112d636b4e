package org.mailroom.console.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, 0, false, false",
    "1, 1, 1, 1, false, false",
    "1, 50, 1, 50, false, false",
    "1, 51, 1, 50, false, true",
    "2, 51, 51, 51, true, false",
    "2, 130, 51, 100, true, true",
    "3, 130, 101, 130, true, false",
  })
  void aPageKnowsItsPlace(
      int page, long total, long first, long last, boolean before, boolean after) {
    Pager pager = new Pager(page, 50, total);
    assertThat(pager.first()).isEqualTo(first);
    assertThat(pager.last()).isEqualTo(last);
    assertThat(pager.before()).isEqualTo(before);
    assertThat(pager.after()).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "7, 7", "0, 1", "-3, 1", "x, 1", "'', 1", "99999999999, 1"})
  void whatIsNoPageIsTheFirst(String text, int page) {
    assertThat(Pager.parse(text)).isEqualTo(page);
  }
}
