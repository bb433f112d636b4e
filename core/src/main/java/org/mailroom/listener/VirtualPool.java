package org.mailroom.listener;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A pool of somebody else, whose threads are virtual until this is closed. Its tasks see the names
 * and class loaders that they saw before. Idle threads of the other kind end at once, busy ones
 * when they have been idle for as long as the pool keeps its threads.
 */
public final class VirtualPool implements AutoCloseable {

  private static final int LOOKS = 50;
  private static final long PAUSE_MILLIS = 10;

  private final ThreadPoolExecutor pool;
  private final ThreadFactory platform;

  /**
   * Takes a pool over.
   *
   * @throws ClassCastException when it is no {@link ThreadPoolExecutor}
   */
  public VirtualPool(Executor pool) {
    this.pool = (ThreadPoolExecutor) pool;
    this.platform = this.pool.getThreadFactory();
    use(work -> virtual(platform.newThread(work)));
  }

  /** Nothing of this class is left in the pool. */
  @Override
  public void close() {
    use(platform);
  }

  /** Does what that thread would do, which is never started itself. */
  private static Thread virtual(Thread thread) {
    Thread virtual = Thread.ofVirtual().name(thread.getName()).unstarted(thread);
    virtual.setContextClassLoader(thread.getContextClassLoader());
    return virtual;
  }

  private void use(ThreadFactory factory) {
    pool.setThreadFactory(factory);
    long kept = pool.getKeepAliveTime(TimeUnit.NANOSECONDS);
    pool.setKeepAliveTime(1, TimeUnit.NANOSECONDS);
    try {
      for (int i = 0; i < LOOKS && pool.getPoolSize() > pool.getActiveCount(); i++) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pool.setKeepAliveTime(kept, TimeUnit.NANOSECONDS);
    }
  }
}
