package org.mailroom.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

  private static final Duration LIFETIME = Duration.ofDays(5);
  private final Patience patience = new Patience(Duration.ofHours(4));

  @Test
  void endsWhenTheMailIsOlderThanItsLifetime() {
    assertThat(patience.isExhausted(LIFETIME, LIFETIME)).isFalse();
    assertThat(patience.isExhausted(LIFETIME.plusMillis(1), LIFETIME)).isTrue();
  }

  @Test
  void owesOneNoticeAfterFourHours() {
    assertThat(patience.owesNotice(Duration.ofMinutes(239), false)).isFalse();
    assertThat(patience.owesNotice(Duration.ofHours(4), false)).isTrue();
    assertThat(patience.owesNotice(Duration.ofHours(40), true)).isFalse();
  }
}
