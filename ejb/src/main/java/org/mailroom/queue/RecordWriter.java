package org.mailroom.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Envelope;

/** Writes a queued mail into the properties of its JMS message, as {@link QueueRecord} reads it. */
final class RecordWriter {

  /** A reply can have many lines; the rest of it is in no property. */
  private static final int MAX_TEXT = 1000;

  /** Names, numbers and the broker's own fields, generously. */
  private static final int FIXED_HEADER = 3 * 1024;

  private RecordWriter() {}

  /** Writes everything but the content into the properties of {@code message}. */
  static void write(QueuedMail mail, Message message) throws JMSException {
    Envelope envelope = mail.envelope();
    message.setStringProperty(QueueRecord.QUEUE_ID, mail.id().text());
    message.setStringProperty(QueueRecord.PART, mail.part().text());
    message.setStringProperty(QueueRecord.KIND, QueueRecord.KIND_RELAY);
    message.setStringProperty(QueueRecord.REVERSE_PATH, envelope.reversePath().toString());
    message.setStringProperty(QueueRecord.RECIPIENTS, RecipientList.format(envelope.recipients()));
    message.setStringProperty(QueueRecord.GROUP, mail.group());
    message.setLongProperty(QueueRecord.FIRST_QUEUED, mail.firstQueued().toEpochMilli());
    message.setLongProperty(QueueRecord.EXPIRY, mail.expiry().toEpochMilli());
    message.setStringProperty(QueueRecord.CLIENT, mail.clientAddress());
    message.setLongProperty(QueueRecord.SIZE, mail.content().size());
    if (envelope.body() != BodyType.SEVEN_BIT) {
      message.setStringProperty(QueueRecord.BODY, envelope.body().name());
    }
    if (envelope.smtpUtf8()) {
      message.setBooleanProperty(QueueRecord.SMTP_UTF8, true);
    }
    if (envelope.ret().isPresent()) {
      message.setStringProperty(QueueRecord.RET, envelope.ret().get().name());
    }
    if (envelope.envelopeId().isPresent()) {
      message.setStringProperty(QueueRecord.ENVELOPE_ID, envelope.envelopeId().get());
    }
    if (mail.generation() > 0) {
      message.setIntProperty(QueueRecord.GENERATION, mail.generation());
    }
    writeHistory(mail, message);
  }

  /**
   * About how many octets the properties take in a message, and not less: the broker's texts are
   * UTF-16.
   */
  static int headerSize(QueuedMail mail) {
    Envelope envelope = mail.envelope();
    int characters =
        RecipientList.format(envelope.recipients()).length()
            + envelope.reversePath().toString().length()
            + envelope.envelopeId().map(String::length).orElse(0)
            + mail.group().length()
            + mail.nextHop().map(String::length).orElse(0)
            + mail.lastDiagnosis().map(last -> last.text().length()).orElse(0)
            + mail.lastDiagnosis().flatMap(Diagnosis::remoteMta).map(String::length).orElse(0);
    return FIXED_HEADER + Character.BYTES * characters;
  }

  private static void writeHistory(QueuedMail mail, Message message) throws JMSException {
    if (mail.attempts() > 0) {
      message.setIntProperty(QueueRecord.ATTEMPTS, mail.attempts());
    }
    if (mail.faults() > 0) {
      message.setIntProperty(QueueRecord.FAULTS, mail.faults());
    }
    if (mail.delayNoticeSent()) {
      message.setBooleanProperty(QueueRecord.DELAY_NOTICE_SENT, true);
    }
    if (mail.nextHop().isPresent()) {
      message.setStringProperty(QueueRecord.NEXT_HOP, mail.nextHop().get());
    }
    if (mail.lastAttempt().isPresent()) {
      message.setLongProperty(QueueRecord.LAST_ATTEMPT, mail.lastAttempt().get().toEpochMilli());
    }
    if (mail.nextAttempt().isPresent()) {
      message.setLongProperty(QueueRecord.NEXT_ATTEMPT, mail.nextAttempt().get().toEpochMilli());
    }
    if (mail.lastDiagnosis().isPresent()) {
      Diagnosis last = mail.lastDiagnosis().get();
      message.setStringProperty(QueueRecord.LAST_STAGE, last.stage());
      message.setStringProperty(QueueRecord.LAST_STATUS, last.status().toString());
      message.setStringProperty(QueueRecord.LAST_TEXT, cut(last.text()));
      message.setBooleanProperty(QueueRecord.LAST_IS_REPLY, last.isReply());
      if (last.remoteMta().isPresent()) {
        message.setStringProperty(QueueRecord.LAST_REMOTE_MTA, last.remoteMta().get());
      }
    }
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
