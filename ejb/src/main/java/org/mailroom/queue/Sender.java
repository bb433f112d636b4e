package org.mailroom.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.QueueName;
import org.mailroom.mail.MessageContent;

/** A connection, session and producer to the broker. For one thread at a time. */
final class Sender implements AutoCloseable {

  private static final String INPUT_STREAM = "JMS_AMQ_InputStream";
  private static final int WAITING_INLINE_OCTETS = 1024;

  private static final int BASE = 36;
  private static final int RUNS = BASE * BASE * BASE * BASE;

  /** Tells this application from the one before it in the same server. */
  private static final String RUN =
      Integer.toString(ThreadLocalRandom.current().nextInt(RUNS), BASE) + "-";

  private static final AtomicInteger SENDERS = new AtomicInteger();

  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;
  private final Map<QueueName, Queue> queues = new EnumMap<>(QueueName.class);
  private CompletionListener confirmation;

  Sender(ConnectionFactory factory, boolean transacted) throws JMSException {
    connection = factory.createConnection();
    try {
      // The broker keeps it in each message; its own choice would be 36 characters.
      connection.setClientID(RUN + Integer.toString(SENDERS.incrementAndGet(), BASE));
      session =
          connection.createSession(
              transacted ? Session.SESSION_TRANSACTED : Session.AUTO_ACKNOWLEDGE);
      producer = session.createProducer(null);
      producer.setDeliveryMode(DeliveryMode.PERSISTENT);
      producer.setDisableMessageID(true);
      producer.setDisableMessageTimestamp(true);
      for (QueueName name : QueueName.values()) {
        queues.put(name, session.createQueue(name.jmsName()));
      }
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
  }

  /** Every message from now on is confirmed to {@code next}; null for a transacted sender. */
  void confirmTo(CompletionListener next) {
    confirmation = next;
  }

  /**
   * Hands a mail to the broker; its content has been read when this returns.
   *
   * <p>Outside a JMS transaction, a hand-over that broke may have reached the broker, unless it was
   * interrupted while the broker let it wait.
   *
   * @param due when a consumer shall see it, in milliseconds since 1970; 0 for at once
   * @param once true when the broker shall drop a repetition
   */
  void send(QueuedMail mail, QueueName queue, long due, boolean once)
      throws JMSException, QueueException {
    BytesMessage message = session.createBytesMessage();
    boolean waits = queue == QueueName.DEFERRED;
    RecordWriter.write(mail, message, !waits);
    // A waiting message is selected by this id as well.
    if (once || waits) {
      message.setStringProperty(QueueRecord.DUPLICATE_ID, mail.duplicateId());
    }
    if (due > 0) {
      message.setLongProperty(BrokerQueue.DUE, due);
    }
    try {
      sendWithContent(queue, message, mail.content());
    } catch (IOException e) {
      throw new QueueException("The content of " + mail.id() + " can't be read", e);
    }
  }

  /** Hands on a message that is no mail: its own properties, the reason, and its body as it is. */
  void forward(Message unreadable, Optional<MessageContent> content, QueueName queue, String why)
      throws JMSException, QueueException {
    if (content.isEmpty()) {
      send(queues.get(queue), unreadable);
      return;
    }
    BytesMessage message = session.createBytesMessage();
    for (Map.Entry<String, Object> property : QueueRecord.properties(unreadable).entrySet()) {
      if (!isOfTheBroker(property.getKey())) {
        message.setObjectProperty(property.getKey(), property.getValue());
      }
    }
    message.setStringProperty(QueueRecord.UNREADABLE, why);
    try {
      sendWithContent(queue, message, content.get());
    } catch (IOException e) {
      throw new QueueException("The content of a message can't be read", e);
    }
  }

  private static boolean isOfTheBroker(String property) {
    return property.startsWith("JMS") || property.startsWith("_AMQ");
  }

  private void sendWithContent(QueueName queue, BytesMessage message, MessageContent content)
      throws JMSException, IOException, QueueException {
    if (isInline(queue, content)) {
      content.writeTo(new BodyStream(message));
      send(queues.get(queue), message);
    } else {
      try (InputStream stream = content.open()) {
        message.setObjectProperty(INPUT_STREAM, stream);
        send(queues.get(queue), message);
      }
    }
  }

  /**
   * A body that the broker is given as a stream becomes a file: so it is not in memory while it
   * waits.
   */
  private static boolean isInline(QueueName queue, MessageContent content) {
    return content.isInMemory() && (!waits(queue) || content.size() <= WAITING_INLINE_OCTETS);
  }

  /** Mail in these queues may stay for days. */
  private static boolean waits(QueueName queue) {
    return queue == QueueName.DEFERRED || queue == QueueName.HELD;
  }

  private void send(Queue queue, Message message) throws JMSException, QueueException {
    if (confirmation == null) {
      producer.send(queue, message);
      return;
    }
    try {
      producer.send(queue, message, confirmation);
    } catch (JMSException e) {
      if (BrokerFailure.isCertainlyNotSent(e)) {
        throw new QueueException("The broker takes no mail: its disk or its memory is full", e);
      }
      throw new QueueUnconfirmedException("The hand-over of a mail to the broker broke", e);
    }
  }

  void commit() throws JMSException {
    session.commit();
  }

  @Override
  public void close() throws JMSException {
    connection.close();
  }

  /** The body of a message as a stream. */
  private static final class BodyStream extends OutputStream {

    private final BytesMessage message;

    BodyStream(BytesMessage message) {
      this.message = message;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      try {
        message.writeBytes(octets, offset, length);
      } catch (JMSException e) {
        throw new IOException(e);
      }
    }
  }
}
