package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mailroom.guard.RelayGuard;

/**
 * Consumers wait here while the disk is so full that the outcome of an attempt could not be kept.
 * They park nothing either: that would be a write.
 */
@Singleton
public class DiskPause {

  private final BooleanSupplier relayingAllowed;

  /** Waits as the guard says. */
  @Inject
  public DiskPause(RelayGuard guard) {
    this(guard::relayingAllowed);
  }

  /** Waits while this says no. */
  public DiskPause(BooleanSupplier relayingAllowed) {
    this.relayingAllowed = relayingAllowed;
  }

  /**
   * Returns when mail may be relayed.
   *
   * @throws InterruptedException when the hub is stopped before
   */
  public void await() throws InterruptedException {
    while (!relayingAllowed.getAsBoolean()) {
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
