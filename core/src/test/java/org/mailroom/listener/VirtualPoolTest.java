package org.mailroom.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A pool whose threads become virtual and platform threads again. */
class VirtualPoolTest {

  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadFactory factory =
      work -> {
        Thread thread = new Thread(work, "pool " + threads.incrementAndGet());
        thread.setContextClassLoader(null);
        return thread;
      };
  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(0, 10, 60, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void its_threads_are_virtual_until_it_is_given_back() throws Exception {
    assertThat(next().isVirtual()).isFalse();
    VirtualPool virtual = new VirtualPool(pool);
    assertThat(next().isVirtual()).as("not the thread that idled").isTrue();
    virtual.close();
    assertThat(next().isVirtual()).isFalse();
    assertThat(pool.getThreadFactory()).isSameAs(factory);
    assertThat(pool.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(60);
  }

  @Test
  void a_virtual_thread_has_the_name_and_the_class_loader_of_the_other() throws Exception {
    try (VirtualPool virtual = new VirtualPool(pool)) {
      assertThat(virtual).isNotNull();
      Thread thread = next();
      assertThat(thread.getName()).isEqualTo("pool 1");
      assertThat(thread.getContextClassLoader()).isNull();
    }
  }

  @Test
  void what_a_busy_thread_does_goes_on() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    pool.execute(
        () -> {
          begun.countDown();
          try {
            goOn.await();
            done.countDown();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    begun.await();
    try (VirtualPool virtual = new VirtualPool(pool)) {
      assertThat(virtual).isNotNull();
      goOn.countDown();
      assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void takes_over_nothing_but_a_pool() {
    Executor none = Runnable::run;
    assertThatThrownBy(() -> new VirtualPool(none)).isInstanceOf(ClassCastException.class);
  }

  /** The thread that does the next task. */
  private Thread next() throws Exception {
    Thread[] thread = new Thread[1];
    CountDownLatch done = new CountDownLatch(1);
    pool.execute(
        () -> {
          thread[0] = Thread.currentThread();
          done.countDown();
        });
    assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    while (pool.getActiveCount() > 0) {
      Thread.sleep(1);
    }
    return thread[0];
  }
}
