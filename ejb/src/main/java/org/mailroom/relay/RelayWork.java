package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import org.mailroom.queue.QueueState;
import org.mailroom.settlement.PartWork;

/** The work of a relay consumer. */
@Singleton
public class RelayWork {

  private final PartWork work;
  private final DeliveryAttempts attempts;

  /** Makes these attempts. */
  @Inject
  public RelayWork(PartWork work, DeliveryAttempts attempts) {
    this.work = work;
    this.attempts = attempts;
  }

  /**
   * Relays one message of the queue.
   *
   * @throws IllegalStateException when the message is not readable or the outcome could not be
   *     published: the broker delivers the message again
   */
  void relay(Message message) {
    work.work(message, QueueState.READY, attempts::attempt);
  }
}
