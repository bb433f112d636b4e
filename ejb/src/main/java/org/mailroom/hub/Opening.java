package org.mailroom.hub;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * The moment from which mail may move. Consumers and listeners wait for it: before, the queue is
 * being read, and its settings are being checked.
 */
@Singleton
public class Opening {

  private final CountDownLatch decided = new CountDownLatch(1);
  private volatile String refusal;

  /** Lets mail move. */
  public void open() {
    decided.countDown();
  }

  /** Mail does not move in this run of the hub, for this reason. Whoever waits is told. */
  public void refuse(String reason) {
    refusal = reason;
    decided.countDown();
  }

  /** Why mail does not move; empty when it does, or when that is not known yet. */
  public Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** True when mail may move. */
  public boolean isOpen() {
    return decided.getCount() == 0 && refusal == null;
  }

  /**
   * Waits until mail may move.
   *
   * @throws IllegalStateException when it may not in this run of the hub
   * @throws InterruptedException when the hub is stopped before
   */
  public void await() throws InterruptedException {
    decided.await();
    if (refusal != null) {
      throw new IllegalStateException("The hub did not start: " + refusal);
    }
  }
}
