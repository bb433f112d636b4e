package org.mailroom.operation;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mailroom.broker.QueueName;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;

/**
 * Takes mails that a job wants from one queue, has the change made, publishes what comes of it, and
 * acknowledges then. A crash in between leaves the older generation, which is dropped at start.
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
      MailQueue queue) {}

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
        Message message = consumer.receive(PATIENCE);
        if (message != null) {
          take(message);
          message.acknowledge();
        }
      }
    } catch (JMSException | QueueException | RuntimeException e) {
      LOG.log(Level.WARNING, "An operation could not take a mail from " + name.jmsName(), e);
    }
  }

  private void take(Message message) throws QueueException {
    QueuedMail mail = tools.records().read(message);
    try {
      if (tools.index().take(mail)) {
        change(mail);
      }
    } finally {
      mail.content().close();
    }
  }

  private void change(QueuedMail mail) throws QueueException {
    boolean done = false;
    try {
      Optional<PartChange> change = tools.changes().take(mail.key());
      if (change.isPresent()) {
        tools.queue().publish(change.get().apply(mail));
        change.get().applied(mail);
      } else {
        tools.queue().publish(asItIs(mail));
      }
      done = true;
    } finally {
      if (done) {
        tools.index().finish(mail);
      } else {
        tools.index().giveBack(mail, state());
      }
    }
  }

  /** Another part of a wanted mail, or one whose change was withdrawn a moment ago. */
  private Publication asItIs(QueuedMail mail) {
    Publication publication = new Publication();
    return switch (name) {
      case HELD -> publication.held(mail.again());
      case DEAD -> publication.dead(mail.again());
      default -> publication.ready(mail.again());
    };
  }

  private QueueState state() {
    return switch (name) {
      case HELD -> QueueState.HELD;
      case DEAD -> QueueState.DEAD;
      default -> QueueState.READY;
    };
  }
}
