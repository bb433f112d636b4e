package org.mailroom.guard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Whether mail is relayed. */
@Singleton
public class RelayGuard {

  private final IntakeGuard guard;

  /** Looks as the intake's guard does. */
  @Inject
  RelayGuard(IntakeGuard guard) {
    this.guard = guard;
  }

  /**
   * False while the disk is so full that the outcome of an attempt could not be kept: the attempt
   * would be repeated, and who has the mail get it again. Costs a read of memory.
   */
  public boolean relayingAllowed() {
    return !guard.isDiskExhausted();
  }
}
