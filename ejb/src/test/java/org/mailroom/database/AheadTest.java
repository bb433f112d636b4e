package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What is read by another thread. */
class AheadTest {

  @Test
  void whatWasReadIsTaken() {
    assertThat(new Ahead<>(() -> "rows").take()).isEqualTo("rows");
  }

  @Test
  void readingGoesOnBeforeAnybodyAsks() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Ahead<Long> ahead =
        new Ahead<>(
            () -> {
              begun.countDown();
              return begun.getCount();
            });
    begun.await();
    assertThat(ahead.take()).isZero();
  }

  @Test
  void whoTakesHearsWhatWentWrong() {
    Ahead<String> ahead = failing(new DatabaseException("The database doesn't answer"));
    assertThatThrownBy(ahead::take)
        .isInstanceOf(DatabaseException.class)
        .hasMessage("The database doesn't answer");
    assertThatThrownBy(failing(new IllegalStateException("closed"))::take)
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anErrorStaysOne() {
    Ahead<String> ahead =
        new Ahead<>(
            () -> {
              throw new AssertionError("broken");
            });
    assertThatThrownBy(ahead::take).isInstanceOf(AssertionError.class).hasMessage("broken");
  }

  @Test
  void whoIsInterruptedDoesNotWait() {
    CountDownLatch never = new CountDownLatch(1);
    Ahead<String> ahead =
        new Ahead<>(
            () -> {
              try {
                never.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "";
            });
    Thread.currentThread().interrupt();
    assertThatThrownBy(ahead::take)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Interrupted");
    assertThat(Thread.interrupted()).isTrue();
    never.countDown();
  }

  private static Ahead<String> failing(RuntimeException why) {
    return new Ahead<>(
        () -> {
          throw why;
        });
  }
}
