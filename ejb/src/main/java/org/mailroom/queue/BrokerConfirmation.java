package org.mailroom.queue;

import jakarta.jms.CompletionListener;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for the broker's answer to one message that was sent asynchronously. */
final class BrokerConfirmation implements CompletionListener {

  /** After this the connection to the client is closed without a reply. */
  static final Duration DEADLINE = Duration.ofMinutes(2);

  /** So much of a standstill of the whole process, in which the broker stood too, is waited for. */
  private static final Duration STEP = Duration.ofSeconds(1);

  private final CountDownLatch answered = new CountDownLatch(1);
  private volatile Exception failure;

  @Override
  public void onCompletion(Message message) {
    answered.countDown();
  }

  @Override
  public void onException(Message message, Exception exception) {
    failure = exception;
    answered.countDown();
  }

  /**
   * Returns when the message is in the synced journal.
   *
   * @throws QueueUnconfirmedException when that is not known: no answer in time, or the connection
   *     to the broker broke before it
   */
  void await() throws QueueUnconfirmedException {
    try {
      if (!isAnsweredIn(DEADLINE)) {
        throw new QueueUnconfirmedException("The broker gave no confirmation in " + DEADLINE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueUnconfirmedException("Interrupted before the broker's confirmation", e);
    }
    if (failure != null) {
      throw new QueueUnconfirmedException("The broker did not confirm a mail", failure);
    }
  }

  private boolean isAnsweredIn(Duration time) throws InterruptedException {
    for (long steps = time.dividedBy(STEP); steps > 0; steps--) {
      if (answered.await(STEP.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }
}
