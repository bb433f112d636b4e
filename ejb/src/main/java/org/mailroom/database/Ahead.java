package org.mailroom.database;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * What another thread reads from the database while what came before it is looked at: both are
 * work, for two processors. When no thread has begun with it, who takes it reads it. What nobody
 * takes is forgotten.
 */
public final class Ahead<T> {

  private static final Logger LOG = System.getLogger(Ahead.class.getName());

  private final FutureTask<T> task;

  /** Begins as soon as there is a thread. */
  Ahead(Supplier<T> reading, Executor threads) {
    task = new FutureTask<>(reading::get);
    try {
      threads.execute(task);
    } catch (RejectedExecutionException allAreBusy) {
      LOG.log(Level.DEBUG, "Nothing is read ahead: no thread is free");
    }
  }

  /**
   * What was read; waits for it.
   *
   * @throws DatabaseException when the database didn't answer, or whoever waits is interrupted
   */
  public T take() {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException("Interrupted while the database was read", e);
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    }
  }

  /** A supplier throws no other. */
  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (RuntimeException) cause;
  }
}
