package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.mailroom.hub.StartStep;
import org.mailroom.store.AccountUses;

/** Reads what accounts use, before the first RCPT asks. */
@Singleton
public class DeliveryStart implements StartStep {

  private final AccountUses uses;

  /** Reads these. */
  @Inject
  public DeliveryStart(AccountUses uses) {
    this.uses = uses;
  }

  @Override
  public Moment moment() {
    return Moment.AFTER_SCAN;
  }

  @Override
  public void run() {
    uses.refresh();
  }
}
