package org.mailroom.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.mailroom.mail.MessageContent;

/** A connection, session and producer to the broker. For one thread at a time. */
final class Sender implements AutoCloseable {

  private static final String INPUT_STREAM = "JMS_AMQ_InputStream";
  private static final int WAITING_INLINE_OCTETS = 1024;

  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;
  private final Map<QueueName, Queue> queues = new EnumMap<>(QueueName.class);
  private CompletionListener confirmation;

  Sender(ConnectionFactory factory, boolean transacted) throws JMSException {
    connection = factory.createConnection();
    try {
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
   * <p>Outside a JMS transaction, a hand-over that broke may have reached the broker.
   *
   * @param delay milliseconds until a consumer sees it; 0 or less for at once
   * @param once true when the broker shall drop a repetition
   */
  void send(QueuedMail mail, QueueName queue, long delay, boolean once)
      throws JMSException, QueueException {
    BytesMessage message = session.createBytesMessage();
    RecordWriter.write(mail, message);
    if (once) {
      message.setStringProperty(QueueRecord.DUPLICATE_ID, mail.publicationId());
    }
    producer.setDeliveryDelay(Math.max(0, delay));
    try {
      sendWithContent(queue, message, mail.content());
    } catch (IOException e) {
      throw new QueueException("The content of " + mail.id() + " can't be read", e);
    }
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
    return content.isInMemory()
        && (queue != QueueName.DEFERRED || content.size() <= WAITING_INLINE_OCTETS);
  }

  private void send(Queue queue, BytesMessage message)
      throws JMSException, QueueUnconfirmedException {
    if (confirmation == null) {
      producer.send(queue, message);
      return;
    }
    try {
      producer.send(queue, message, confirmation);
    } catch (JMSException e) {
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
