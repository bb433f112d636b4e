package org.mailroom.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContentIdsTest {

  private static final long FAR = 1L << 40;

  @Test
  void setsHaveWhatWasAddedAndNothingElse() {
    ContentIds some = ContentIds.NONE.with(List.of(1L, 65_535L, 65_536L, FAR));
    assertThat(some.count()).isEqualTo(4);
    assertThat(some.contains(65_535)).isTrue();
    assertThat(some.contains(FAR)).isTrue();
    assertThat(some.contains(2)).isFalse();
    assertThat(some.contains(FAR + 1)).isFalse();
  }

  @Test
  void aSetStaysAsItIs() {
    ContentIds before = ContentIds.NONE.with(List.of(1L, FAR));
    ContentIds after = before.with(List.of(2L)).without(List.of(1L, 9L));
    assertThat(before.contains(1)).isTrue();
    assertThat(before.contains(2)).isFalse();
    assertThat(after.contains(1)).isFalse();
    assertThat(after.contains(2)).isTrue();
    assertThat(after.count()).isEqualTo(2);
  }
}
