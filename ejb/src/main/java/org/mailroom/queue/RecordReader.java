package org.mailroom.queue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.Address;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/** Reads the properties of a message, however they came, as {@link RecordWriter} wrote them. */
final class RecordReader {

  private static final Logger LOG = System.getLogger(RecordReader.class.getName());

  private final Map<String, Object> properties;

  private RecordReader(Map<String, Object> properties) {
    this.properties = properties;
  }

  /** Reads these properties; what can't be unpacked is missing. */
  static RecordReader of(Map<String, Object> properties) {
    if (!(properties.get(QueueRecord.RECORD) instanceof String record)) {
      return new RecordReader(properties);
    }
    Map<String, Object> all = new HashMap<>(properties);
    try {
      all.putAll(PackedRecord.unpack(record));
    } catch (IllegalArgumentException e) {
      LOG.log(Level.DEBUG, "A message in the queue has no record", e);
    }
    return new RecordReader(all);
  }

  /** The octets of content that the record tells of. */
  long size() throws UnreadableMailException {
    return required(QueueRecord.SIZE, Number.class).longValue();
  }

  /**
   * The mail, with this content.
   *
   * @throws UnreadableMailException when the properties are not such a record
   */
  QueuedMail mail(MessageContent content) throws UnreadableMailException {
    try {
      return read(content);
    } catch (IllegalArgumentException e) {
      throw new UnreadableMailException(
          "A message in the queue is not readable as a mail: " + e.getMessage(), e);
    }
  }

  /** Of what is no mail, a text that it has, or the empty text. */
  String known(String name) {
    return optional(name).orElse("");
  }

  /** Of what is no mail, a number that it has, or 0. */
  long knownNumber(String name) {
    return properties.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private QueuedMail read(MessageContent content) throws UnreadableMailException {
    String group = text(QueueRecord.GROUP);
    return new QueuedMail(
        QueueId.of(text(QueueRecord.QUEUE_ID)),
        new PartId(text(QueueRecord.PART)),
        count(QueueRecord.GENERATION),
        envelope(),
        group,
        optional(QueueRecord.NEXT_HOP).map(hop -> hop.isEmpty() ? group : hop),
        time(QueueRecord.FIRST_QUEUED),
        time(QueueRecord.EXPIRY),
        count(QueueRecord.ATTEMPTS),
        count(QueueRecord.FAULTS),
        properties.containsKey(QueueRecord.DELAY_NOTICE_SENT),
        diagnosis(),
        optionalTime(QueueRecord.LAST_ATTEMPT),
        optionalTime(QueueRecord.NEXT_ATTEMPT),
        optional(QueueRecord.ROUTE),
        optional(QueueRecord.ABOUT),
        origin(),
        content);
  }

  private Envelope envelope() throws UnreadableMailException {
    return new Envelope(
        ReversePath.parse(text(QueueRecord.REVERSE_PATH)),
        RecipientList.parse(text(QueueRecord.RECIPIENTS)),
        optional(QueueRecord.BODY).map(BodyType::valueOf).orElse(BodyType.SEVEN_BIT),
        properties.containsKey(QueueRecord.SMTP_UTF8),
        optional(QueueRecord.RET).map(Ret::valueOf),
        optional(QueueRecord.ENVELOPE_ID));
  }

  /** Records of before know no users: their reverse-paths are believed, as they were. */
  private Origin origin() throws UnreadableMailException {
    return new Origin(
        text(QueueRecord.CLIENT),
        optional(QueueRecord.USER).map(Address::parse),
        properties.containsKey(QueueRecord.OUTSIDE));
  }

  private Optional<Diagnosis> diagnosis() throws UnreadableMailException {
    Optional<String> stage = optional(QueueRecord.LAST_STAGE);
    if (stage.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Diagnosis(
            stage.get(),
            EnhancedStatusCode.of(text(QueueRecord.LAST_STATUS)),
            text(QueueRecord.LAST_TEXT),
            Boolean.TRUE.equals(properties.get(QueueRecord.LAST_IS_REPLY)),
            optional(QueueRecord.LAST_REMOTE_MTA)));
  }

  private String text(String name) throws UnreadableMailException {
    return required(name, String.class);
  }

  private Optional<String> optional(String name) {
    return properties.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private Instant time(String name) throws UnreadableMailException {
    return Instant.ofEpochMilli(required(name, Number.class).longValue());
  }

  private Optional<Instant> optionalTime(String name) {
    return properties.get(name) instanceof Number millis
        ? Optional.of(Instant.ofEpochMilli(millis.longValue()))
        : Optional.empty();
  }

  private int count(String name) {
    return properties.get(name) instanceof Number number ? number.intValue() : 0;
  }

  private <T> T required(String name, Class<T> type) throws UnreadableMailException {
    Object value = properties.get(name);
    if (!type.isInstance(value)) {
      throw new UnreadableMailException("A message in the queue lacks the property " + name);
    }
    return type.cast(value);
  }
}
