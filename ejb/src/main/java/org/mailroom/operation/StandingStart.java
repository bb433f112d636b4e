package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.mailroom.audit.Audit;
import org.mailroom.hub.StartStep;

/** Puts pauses and limits in force again, and ends in the audit what the end of the hub cut off. */
@Singleton
public class StandingStart implements StartStep {

  private final Audit audit;
  private final StandingOrders orders;

  /** Restores these orders. */
  @Inject
  public StandingStart(Audit audit, StandingOrders orders) {
    this.audit = audit;
    this.orders = orders;
  }

  @Override
  public Moment moment() {
    return Moment.AFTER_SCAN;
  }

  @Override
  public void run() {
    audit.endInterrupted();
    orders.restore();
  }
}
