package org.mailroom.operation;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;
import org.mailroom.broker.QueueName;
import org.mailroom.queue.Burial;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;

/**
 * Takes mails that a job wants from one queue, some at a time. A crash between publishing and
 * acknowledging leaves the older generation, which is dropped at start.
 */
final class PartTaker implements Runnable {

  private static final Logger LOG = System.getLogger(PartTaker.class.getName());
  private static final long PATIENCE = 200;

  /** What all takers work with. */
  record Tools(
      ConnectionFactory broker,
      QueueRecord records,
      QueueIndex index,
      QueueChanges changes,
      MailQueue queue,
      Burial burial) {}

  private final Tools tools;
  private final QueueName name;
  private final String selector;
  private final BooleanSupplier wanted;

  /**
   * Takes from the queue {@code name} what {@code selector} selects.
   *
   * @param wanted false when there is nothing left to do
   */
  PartTaker(Tools tools, QueueName name, String selector, BooleanSupplier wanted) {
    this.tools = tools;
    this.name = name;
    this.selector = selector;
    this.wanted = wanted;
  }

  /** A message that is not acknowledged goes back to its place when the connection is closed. */
  @Override
  public void run() {
    try (Connection connection = tools.broker().createConnection();
        Session session = connection.createSession(Session.CLIENT_ACKNOWLEDGE);
        MessageConsumer consumer =
            session.createConsumer(session.createQueue(name.jmsName()), selector)) {
      connection.start();
      while (wanted.getAsBoolean()) {
        Message first = consumer.receive(PATIENCE);
        if (first != null) {
          take(first, consumer);
        }
      }
    } catch (JMSException | QueueException | RuntimeException e) {
      LOG.log(Level.WARNING, "An operation could not take a mail from " + name.jmsName(), e);
    }
  }

  private void take(Message first, MessageConsumer consumer) throws JMSException, QueueException {
    try (TakenParts parts = new TakenParts(tools, name)) {
      parts.add(first);
      while (!parts.isFull()) {
        Message next = consumer.receiveNoWait();
        if (next == null) {
          break;
        }
        parts.add(next);
      }
      parts.settle();
    }
  }
}
