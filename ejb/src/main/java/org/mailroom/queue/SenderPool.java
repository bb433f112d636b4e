package org.mailroom.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * A bounded number of senders of one kind. A sender is held while a message is handed over, not
 * while its confirmation is awaited; one that failed is thrown away.
 */
final class SenderPool {

  private static final Logger LOG = System.getLogger(SenderPool.class.getName());

  /** Fifty mails of 36 MiB at once have to take their turns. */
  private static final int BORROW_SECONDS = 120;

  /** What a caller does with a sender. */
  interface Work {
    void with(Sender sender) throws JMSException, QueueException;
  }

  private final String name;
  private final ConnectionFactory factory;
  private final boolean transacted;
  private final HandOvers handOvers;
  private final BooleanSupplier brokerRuns;
  private final Semaphore permits;
  private final Deque<Sender> idle = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();

  SenderPool(
      String name,
      ConnectionFactory factory,
      boolean transacted,
      int size,
      HandOvers handOvers,
      BooleanSupplier brokerRuns) {
    this.name = name;
    this.factory = factory;
    this.transacted = transacted;
    this.handOvers = handOvers;
    this.brokerRuns = brokerRuns;
    this.permits = new Semaphore(size);
  }

  /** Sends one message and waits for its confirmation. */
  void send(Work work) throws QueueException {
    BrokerConfirmation confirmation = new BrokerConfirmation();
    withSender(
        sender -> {
          sender.confirmTo(confirmation);
          handOver(sender, work);
        });
    confirmation.await();
    believe();
  }

  /**
   * Sends several messages in one JMS transaction and waits for its commit.
   *
   * @return false when the broker has one of them from before, and took none of the others
   */
  boolean sendTogether(Work work) throws QueueException {
    boolean[] taken = new boolean[1];
    withSender(
        sender -> {
          handOver(sender, work);
          taken[0] = commit(sender);
        });
    believe();
    return taken[0];
  }

  /**
   * When the disk refuses a piece of a body or of a page, the broker goes on with the message,
   * confirms it, and stops meanwhile: what it says from then on is worth nothing.
   */
  private void believe() throws QueueUnconfirmedException {
    if (!brokerRuns.getAsBoolean()) {
      throw new QueueUnconfirmedException(
          "The broker could not write, or was stopping, when it confirmed a mail");
    }
  }

  /** What comes behind it has its own deadlines. */
  private void handOver(Sender sender, Work work) throws JMSException, QueueException {
    HandOvers.HandOver handOver = handOvers.begin();
    try {
      work.with(sender);
    } finally {
      handOver.end();
    }
  }

  private static boolean commit(Sender sender) throws QueueException {
    try {
      sender.commit();
      return true;
    } catch (JMSException e) {
      if (!BrokerFailure.isDuplicate(e)) {
        throw new QueueUnconfirmedException("The broker did not confirm a JMS transaction", e);
      }
      LOG.log(Level.INFO, "A publication was there already, from before a crash");
      return false;
    }
  }

  private void withSender(Work work) throws QueueException {
    Sender sender = borrow();
    boolean healthy = false;
    try {
      work.with(sender);
      healthy = true;
    } catch (JMSException e) {
      throw new QueueException("The broker refused a mail", e);
    } finally {
      giveBack(sender, healthy);
    }
  }

  private Sender borrow() throws QueueException {
    try {
      if (!permits.tryAcquire(BORROW_SECONDS, TimeUnit.SECONDS)) {
        throw new QueueException("All senders to the broker are blocked: " + name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueException("Interrupted while waiting for a sender", e);
    }
    Sender sender = pollIdle();
    if (sender != null) {
      return sender;
    }
    try {
      return new Sender(factory, transacted);
    } catch (JMSException | RuntimeException e) {
      permits.release();
      throw new QueueException("No connection to the broker", e);
    }
  }

  private Sender pollIdle() {
    lock.lock();
    try {
      return idle.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private void giveBack(Sender sender, boolean healthy) {
    try {
      if (healthy) {
        lock.lock();
        try {
          idle.addFirst(sender);
        } finally {
          lock.unlock();
        }
      } else {
        closeQuietly(sender);
      }
    } finally {
      permits.release();
    }
  }

  /** Closes the idle senders. */
  void close() {
    for (Sender sender = pollIdle(); sender != null; sender = pollIdle()) {
      closeQuietly(sender);
    }
  }

  private static void closeQuietly(Sender sender) {
    try {
      sender.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "A connection to the broker did not close", e);
    }
  }
}
