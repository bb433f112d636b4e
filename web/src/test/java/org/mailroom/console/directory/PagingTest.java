package org.mailroom.console.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {

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
    Paging paging = Paging.of(text, 50, total);
    assertThat(paging).isEqualTo(new Paging(page, 50, total));
    assertThat(paging.first()).isEqualTo(first);
    assertThat(paging.last()).isEqualTo(last);
    assertThat(paging.before()).isEqualTo(before);
    assertThat(paging.after()).isEqualTo(after);
    List<Integer> all = IntStream.rangeClosed(1, total).boxed().toList();
    assertThat(paging.cut(all)).hasSize(total == 0 ? 0 : last - first + 1);
    assertThat(paging.cut(all)).allMatch(n -> n >= first && n <= last);
  }
}
