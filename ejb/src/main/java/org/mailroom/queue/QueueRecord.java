package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.MessageContent;
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

  /** Everything, packed. Messages of older versions have a property for each field instead. */
  static final String RECORD = "record";

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
  public static final String ROUTE = "route";
  public static final String ABOUT = "about";
  public static final String CLIENT = "client";
  public static final String USER = "user";
  public static final String OUTSIDE = "outside";
  public static final String SIZE = "size";

  /** Why a message in the dead queue is not readable as a mail. */
  static final String UNREADABLE = "unreadable";

  /** Makes the broker drop a second message with the same value (Artemis). */
  static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  /**
   * Octets of a large body that the broker gives a consumer at once, and is given ({@code
   * min-large-message-size} of MailroomWideCF): what a journal record holds. As a consumer's window
   * is 0, it asks for each piece through another thread.
   */
  public static final int PIECE = 480 * 1024;

  private static final String SAVE_STREAM = "JMS_AMQ_SaveStream";

  /** What a message has whose body the broker keeps as a file (Artemis). */
  private static final String IS_FILE = "_AMQ_LARGE_SIZE";

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
   * @throws UnreadableMailException when the message is not such a record, or the broker has lost a
   *     part of its body: a full disk cuts the file of a large one, and the broker reads what there
   *     is without an error
   * @throws QueueException when it can't be read now
   */
  public QueuedMail read(Message message) throws QueueException {
    try {
      if (!(message instanceof BytesMessage bytes)) {
        throw new UnreadableMailException("A queued mail is a BytesMessage");
      }
      RecordReader reader = RecordReader.of(properties(message));
      long size = reader.size();
      if (bytes.getBodyLength() != size) {
        throw new UnreadableMailException(
            "A message in the queue has " + bytes.getBodyLength() + " of " + size + " octets");
      }
      QueuedMail mail = reader.mail(new ContentInBroker(size));
      MessageContent content = readContent(bytes, size);
      if (content.size() != size) {
        throw new UnreadableMailException(
            "The broker gave " + content.size() + " of " + size + " octets",
            mail.withContent(content));
      }
      return mail.withContent(content);
    } catch (JMSException | IOException e) {
      throw new QueueException("A message in the queue can't be read", e);
    }
  }

  /**
   * Reads the content of a message, whatever its properties are, or what is left of it; none when
   * it has no octets but a body of another type. The caller closes it.
   *
   * @throws QueueException when it can't be read now
   */
  public Optional<MessageContent> readContent(Message message) throws QueueException {
    try {
      return message instanceof BytesMessage bytes
          ? Optional.of(readContent(bytes, bytes.getBodyLength()))
          : Optional.empty();
    } catch (JMSException | IOException e) {
      throw new QueueException("A message in the queue can't be read", e);
    }
  }

  /** All properties, the broker's own as well. */
  static Map<String, Object> properties(Message message) throws JMSException {
    Map<String, Object> properties = new HashMap<>();
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = (String) names.nextElement();
      properties.put(name, message.getObjectProperty(name));
    }
    return properties;
  }

  private MessageContent readContent(BytesMessage message, long size)
      throws JMSException, IOException {
    if (size <= spool.memoryLimit()) {
      return new InMemoryContent(octets(message, (int) size));
    }
    try (ContentBuilder builder = spool.newContent()) {
      message.setObjectProperty(SAVE_STREAM, new Unclosed(builder));
      return builder.finish();
    }
  }

  /** What the broker has as a file, its client would read octet by octet into a buffer. */
  private static byte[] octets(BytesMessage message, int size) throws JMSException {
    if (message.propertyExists(IS_FILE)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream(size);
      message.setObjectProperty(SAVE_STREAM, all);
      return all.toByteArray();
    }
    byte[] octets = new byte[size];
    int read = size == 0 ? 0 : message.readBytes(octets);
    return read == size ? octets : Arrays.copyOf(octets, Math.max(read, 0));
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
