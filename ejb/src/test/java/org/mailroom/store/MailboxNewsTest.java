package org.mailroom.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailroom.store.MailboxNews.Watch;

class MailboxNewsTest {

  private final MailboxNews news = new MailboxNews();
  private final AtomicInteger heard = new AtomicInteger();

  @Test
  void aWatchKnowsTheHighestThatWasPublished() {
    try (Watch watch = news.watch(1)) {
      news.publish(1, 7);
      news.publish(1, 5);
      assertThat(watch.hasChangedSince(6)).isTrue();
      assertThat(watch.hasChangedSince(7)).isFalse();
    }
  }

  @Test
  void otherMailboxesAreNoNews() {
    try (Watch watch = news.watch(1)) {
      watch.onChange(heard::incrementAndGet);
      news.publish(2, 7);
      assertThat(heard).hasValue(0);
      assertThat(watch.hasChangedSince(0)).isFalse();
    }
  }

  @Test
  void aListenerThatFailsHurtsNoOther() {
    try (Watch broken = news.watch(1);
        Watch whole = news.watch(1)) {
      broken.onChange(
          () -> {
            throw new IllegalStateException("a fault");
          });
      whole.onChange(heard::incrementAndGet);
      news.publish(1, 7);
      assertThat(heard).hasValue(1);
    }
  }

  @Test
  void aMailboxIsForgottenWithItsLastWatch() {
    Watch first = news.watch(1);
    Watch second = news.watch(1);
    first.close();
    first.close();
    assertThat(news.watched()).isEqualTo(1);
    second.close();
    assertThat(news.watched()).isZero();
    first.onChange(heard::incrementAndGet);
    news.publish(1, 7);
    assertThat(heard).hasValue(0);
  }
}
