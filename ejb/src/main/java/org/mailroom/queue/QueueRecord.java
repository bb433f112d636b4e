package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;

/**
 * Reads a queued mail from its JMS message; {@link RecordWriter} writes it. The property names are
 * a documented record ({@code docs/queue-record.md}) that filters, the console and later versions
 * of the hub rely on. What has its default is not written.
 */
@Singleton
public class QueueRecord {

  public static final String QUEUE_ID = "queueId";
  public static final String PART = "part";
  public static final String GENERATION = "generation";
  public static final String KIND = "kind";
  public static final String REVERSE_PATH = "reversePath";
  public static final String RECIPIENTS = "recipients";
  public static final String BODY = "body";
  public static final String SMTP_UTF8 = "smtpUtf8";
  public static final String RET = "ret";
  public static final String ENVELOPE_ID = "envelopeId";
  public static final String GROUP = "routingGroup";
  public static final String NEXT_HOP = "nextHop";
  public static final String FIRST_QUEUED = "firstQueued";
  public static final String EXPIRY = "expiry";
  public static final String ATTEMPTS = "attempts";
  public static final String FAULTS = "faults";
  public static final String DELAY_NOTICE_SENT = "delayNoticeSent";
  public static final String LAST_STAGE = "lastStage";
  public static final String LAST_STATUS = "lastStatus";
  public static final String LAST_TEXT = "lastText";
  public static final String LAST_IS_REPLY = "lastIsReply";
  public static final String LAST_REMOTE_MTA = "lastRemoteMta";
  public static final String LAST_ATTEMPT = "lastAttempt";
  public static final String NEXT_ATTEMPT = "nextAttempt";
  public static final String CLIENT = "client";
  public static final String SIZE = "size";

  /** The value of {@link #KIND} of mail that a relay consumer takes. */
  public static final String KIND_RELAY = "relay";

  /** Makes the broker drop a second message with the same value (Artemis). */
  static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private static final String SAVE_STREAM = "JMS_AMQ_SaveStream";

  private final Spool spool;

  /** Large content is read through {@code spool}. */
  @Inject
  public QueueRecord(Spool spool) {
    this.spool = spool;
  }

  /**
   * Reads a message back. The content is in memory or in a spooled file, complete: nothing waits
   * for the broker afterwards. The caller closes it.
   *
   * @throws QueueException when the message is not such a record
   */
  public QueuedMail read(Message message) throws QueueException {
    try {
      if (!(message instanceof BytesMessage bytes)) {
        throw new QueueException("A queued mail is a BytesMessage");
      }
      Envelope envelope = readEnvelope(message);
      QueueId id = QueueId.of(required(message, QUEUE_ID));
      PartId part = new PartId(required(message, PART));
      long size = message.getLongProperty(SIZE);
      MessageContent content = readContent(bytes, size);
      return new QueuedMail(
          id,
          part,
          intOrZero(message, GENERATION),
          envelope,
          required(message, GROUP),
          optional(message, NEXT_HOP),
          Instant.ofEpochMilli(message.getLongProperty(FIRST_QUEUED)),
          Instant.ofEpochMilli(message.getLongProperty(EXPIRY)),
          intOrZero(message, ATTEMPTS),
          intOrZero(message, FAULTS),
          message.propertyExists(DELAY_NOTICE_SENT),
          readDiagnosis(message),
          optionalTime(message, LAST_ATTEMPT),
          optionalTime(message, NEXT_ATTEMPT),
          required(message, CLIENT),
          content);
    } catch (JMSException | IOException | IllegalArgumentException e) {
      throw new QueueException("A message in the queue is not readable as a mail", e);
    }
  }

  private static Envelope readEnvelope(Message message) throws JMSException, QueueException {
    String body = message.getStringProperty(BODY);
    return new Envelope(
        ReversePath.parse(required(message, REVERSE_PATH)),
        RecipientList.parse(required(message, RECIPIENTS)),
        body == null ? BodyType.SEVEN_BIT : BodyType.valueOf(body),
        message.propertyExists(SMTP_UTF8),
        optional(message, RET).map(Ret::valueOf),
        optional(message, ENVELOPE_ID));
  }

  private static Optional<Diagnosis> readDiagnosis(Message message)
      throws JMSException, QueueException {
    String stage = message.getStringProperty(LAST_STAGE);
    if (stage == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnosis(
            stage,
            EnhancedStatusCode.of(required(message, LAST_STATUS)),
            required(message, LAST_TEXT),
            message.getBooleanProperty(LAST_IS_REPLY),
            optional(message, LAST_REMOTE_MTA)));
  }

  private MessageContent readContent(BytesMessage message, long size)
      throws JMSException, IOException, QueueException {
    if (size <= spool.memoryLimit()) {
      byte[] octets = new byte[(int) size];
      int read = size == 0 ? 0 : message.readBytes(octets);
      if (read != size) {
        throw new QueueException("A message in the queue has " + read + " of " + size + " octets");
      }
      return new InMemoryContent(octets);
    }
    try (ContentBuilder builder = spool.newContent()) {
      message.setObjectProperty(SAVE_STREAM, new Unclosed(builder));
      if (builder.size() != size) {
        throw new QueueException(
            "A message in the queue has " + builder.size() + " of " + size + " octets");
      }
      return builder.finish();
    }
  }

  private static String required(Message message, String name) throws JMSException, QueueException {
    String value = message.getStringProperty(name);
    if (value == null) {
      throw new QueueException("A message in the queue lacks the property " + name);
    }
    return value;
  }

  private static Optional<String> optional(Message message, String name) throws JMSException {
    return Optional.ofNullable(message.getStringProperty(name));
  }

  private static Optional<Instant> optionalTime(Message message, String name) throws JMSException {
    return message.propertyExists(name)
        ? Optional.of(Instant.ofEpochMilli(message.getLongProperty(name)))
        : Optional.empty();
  }

  private static int intOrZero(Message message, String name) throws JMSException {
    return message.propertyExists(name) ? message.getIntProperty(name) : 0;
  }

  /** The broker's client closes the stream that it saves to; the builder decides about itself. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
      out.write(octets, offset, length);
    }

    @Override
    public void close() {
      // Left to the owner.
    }
  }
}
