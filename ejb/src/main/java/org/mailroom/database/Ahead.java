package org.mailroom.database;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * What a thread of its own reads from the database while what came before it is looked at: both are
 * work, for two processors. What nobody takes is forgotten.
 */
public final class Ahead<T> {

  private final FutureTask<T> task;

  /** Begins at once. */
  public Ahead(Supplier<T> reading) {
    task = new FutureTask<>(reading::get);
    Thread.ofVirtual().name("read ahead").start(task);
  }

  /**
   * What was read; waits for it.
   *
   * @throws DatabaseException when the database didn't answer, or whoever waits is interrupted
   */
  public T take() {
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
