package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is read by another thread. */
class AheadTest {

  private static final Executor THREADS = task -> new Thread(task).start();
  private static final Executor NEVER = task -> {};
  private static final Executor BUSY =
      task -> {
        throw new RejectedExecutionException("all are busy");
      };

  @Test
  void readingGoesOnBeforeAnybodyAsks() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Ahead<Long> ahead =
        new Ahead<>(
            () -> {
              begun.countDown();
              return begun.getCount();
            },
            THREADS);
    begun.await();
    assertThat(ahead.take()).isZero();
  }

  @Test
  void whoTakesReadsWhenNoThreadHasBegun() {
    assertThat(new Ahead<>(() -> "rows", NEVER).take()).isEqualTo("rows");
    assertThat(new Ahead<>(() -> "rows", BUSY).take()).isEqualTo("rows");
  }

  @Test
  void itIsReadOnce() {
    AtomicInteger reads = new AtomicInteger();
    assertThat(new Ahead<>(reads::incrementAndGet, THREADS).take()).isEqualTo(1);
    assertThat(reads).hasValue(1);
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
            },
            THREADS);
    assertThatThrownBy(ahead::take).isInstanceOf(AssertionError.class).hasMessage("broken");
  }

  @Test
  void whoIsInterruptedDoesNotWait() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Ahead<String> ahead =
        new Ahead<>(
            () -> {
              begun.countDown();
              await(end);
              return "";
            },
            THREADS);
    begun.await();
    Thread.currentThread().interrupt();
    assertThatThrownBy(ahead::take)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Interrupted");
    assertThat(Thread.interrupted()).isTrue();
    end.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Ahead<String> failing(RuntimeException why) {
    return new Ahead<>(
        () -> {
          throw why;
        },
        THREADS);
  }
}
