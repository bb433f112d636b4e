package org.mailroom.it.ledger;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A load under way. Closing it leaves no session behind, whatever the test came to. */
public final class LedgerRun implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LedgerLoad load;
  private final CompletableFuture<Void> end;

  /** Begins to send over so many sessions. */
  public LedgerRun(LedgerLoad load, int sessions) {
    this.load = load;
    this.end =
        CompletableFuture.runAsync(
            () -> run(load, sessions), task -> Thread.ofVirtual().name("load").start(task));
  }

  private static void run(LedgerLoad load, int sessions) {
    try {
      load.run(sessions);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  /** Waits until so many further mails have been begun. */
  public void awaitFurther(int mails) {
    load.awaitBegun(load.begun() + mails);
  }

  /** Begins no further mail, and doesn't wait for the answers. */
  public void endSoon() {
    load.stop();
  }

  /** Begins no further mail, and waits for the answers. */
  public void stop() throws InterruptedException, ExecutionException {
    load.stop();
    await();
  }

  /** Waits until all mails have been sent. */
  public void await() throws InterruptedException, ExecutionException {
    end.get();
  }

  /** Gives up what is not answered; to be called when the hub has ended or is about to. */
  public void abort() {
    load.abort();
  }

  /** Waits for the end of the last session. */
  @Override
  public void close() {
    load.abort();
    try {
      end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      // The test was told of it, or it is the end that was asked for.
    } catch (TimeoutException e) {
      throw new IllegalStateException("Sessions of a load are left behind", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
