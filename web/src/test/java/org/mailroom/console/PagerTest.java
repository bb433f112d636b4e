package org.mailroom.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
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

  @ParameterizedTest
  @CsvSource({
    "'', 0, 1, 0, 0, false, false",
    "1, 50, 1, 1, 50, false, false",
    "1, 51, 1, 1, 50, false, true",
    "2, 51, 2, 51, 51, true, false",
    "2, 130, 2, 51, 100, true, true",
    "7, 130, 3, 101, 130, true, false",
    "-1, 130, 1, 1, 50, false, true",
    "x, 130, 1, 1, 50, false, true",
    "99999999999, 130, 3, 101, 130, true, false",
  })
  void thePageThatIsNamedOrTheNearest(
      String text, int total, int page, int first, int last, boolean before, boolean after) {
    Pager pager = Pager.of(text, 50, total);
    assertThat(pager).isEqualTo(new Pager(page, 50, total));
    assertThat(pager.first()).isEqualTo(first);
    assertThat(pager.last()).isEqualTo(last);
    assertThat(pager.before()).isEqualTo(before);
    assertThat(pager.after()).isEqualTo(after);
    List<Integer> all = IntStream.rangeClosed(1, total).boxed().toList();
    assertThat(pager.cut(all)).hasSize(total == 0 ? 0 : last - first + 1);
    assertThat(pager.cut(all)).allMatch(n -> n >= first && n <= last);
  }
}
