package org.mailroom.listener;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends this process when it can't do its work any more, so that a supervisor starts another. */
public final class ProcessEnd {

  private ProcessEnd() {}

  /**
   * Begins an orderly exit, which closes listeners and connections, and halts when that has not
   * come to its end in time: what hangs here is likely to be why the process ends. Returns at once.
   *
   * @param status of the process, 1 to 255
   * @param patience with the orderly exit, seconds rather than minutes
   */
  public static void begin(int status, Duration patience) {
    Runtime runtime = Runtime.getRuntime();
    Thread.ofPlatform().daemon().name("halt").start(() -> haltAfter(patience, status));
    Thread.ofPlatform().daemon().name("exit").start(() -> runtime.exit(status));
  }

  private static void haltAfter(Duration patience, int status) {
    long began = System.nanoTime();
    long left = patience.toNanos();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = patience.toNanos() - (System.nanoTime() - began);
    }
    Runtime.getRuntime().halt(status);
  }
}
