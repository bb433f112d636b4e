package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import java.io.IOException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.settlement.AttemptResult;
import org.mailroom.settlement.PartWork;

/** The work of a delivery consumer. */
@Singleton
public class DeliveryWork {

  private final PartWork work;
  private final LocalAttempts attempts;
  private final DatabasePause pause;

  /** Makes these attempts, and waits for the database. */
  @Inject
  public DeliveryWork(PartWork work, LocalAttempts attempts, DatabasePause pause) {
    this.work = work;
    this.attempts = attempts;
    this.pause = pause;
  }

  /**
   * Delivers one message of the queue.
   *
   * @throws IllegalStateException when the message is not readable or the outcome could not be
   *     published: the broker delivers the message again
   */
  void deliver(Message message) {
    work.work(message, QueueState.DELIVERY, this::attempt);
  }

  private AttemptResult attempt(QueuedMail mail) throws IOException, InterruptedException {
    return pause.around(() -> attempts.attempt(mail));
  }
}
