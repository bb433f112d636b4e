package org.mailroom.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Envelope;

/**
 * Writes a queued mail into the properties of its JMS message, as {@link RecordReader} reads it.
 */
final class RecordWriter {

  /** A reply can have many lines; the rest of it is in no property. */
  private static final int MAX_TEXT = 1000;

  /** Names, numbers and the broker's own fields, generously. */
  private static final int FIXED_HEADER = 2 * 1024;

  private RecordWriter() {}

  /**
   * Writes everything but the content into the properties of {@code message}.
   *
   * @param selectable true for the properties that a consumer can select by; each costs heap for as
   *     long as the message waits
   */
  static void write(QueuedMail mail, Message message, boolean selectable) throws JMSException {
    if (selectable) {
      message.setStringProperty(QueueRecord.QUEUE_ID, mail.id().text());
      message.setStringProperty(QueueRecord.PART, mail.part().text());
    }
    message.setStringProperty(QueueRecord.RECORD, pack(mail));
  }

  /**
   * About how many octets the properties take in a message, and not less: the broker's texts are
   * UTF-16.
   */
  static int headerSize(QueuedMail mail) {
    return FIXED_HEADER + Character.BYTES * pack(mail).length();
  }

  static String pack(QueuedMail mail) {
    Envelope envelope = mail.envelope();
    PackedRecord record =
        new PackedRecord()
            .add(PackedRecord.ID, mail.id().text())
            .add(PackedRecord.PART, mail.part().text())
            .add(PackedRecord.GENERATION, mail.generation())
            .add(PackedRecord.FROM, envelope.reversePath().toString())
            .add(PackedRecord.TO, RecipientList.format(envelope.recipients()))
            .add(PackedRecord.GROUP, mail.group())
            .add(PackedRecord.QUEUED, mail.firstQueued().toEpochMilli())
            .add(PackedRecord.EXPIRY, mail.expiry().toEpochMilli())
            .add(PackedRecord.CLIENT, mail.origin().client())
            .add(PackedRecord.SIZE, mail.content().size());
    if (envelope.body() != BodyType.SEVEN_BIT) {
      record.add(PackedRecord.BODY, envelope.body().name());
    }
    if (envelope.smtpUtf8()) {
      record.add(PackedRecord.UTF8);
    }
    envelope.ret().ifPresent(ret -> record.add(PackedRecord.RET, ret.name()));
    envelope.envelopeId().ifPresent(id -> record.add(PackedRecord.ENVID, id));
    mail.origin().user().ifPresent(user -> record.add(PackedRecord.USER, user.toString()));
    if (mail.origin().outside()) {
      record.add(PackedRecord.OUTSIDE);
    }
    mail.route().ifPresent(route -> record.add(PackedRecord.ROUTE, route));
    mail.about().ifPresent(about -> record.add(PackedRecord.ABOUT, about));
    packHistory(mail, record);
    return record.toString();
  }

  private static void packHistory(QueuedMail mail, PackedRecord record) {
    if (mail.attempts() > 0) {
      record.add(PackedRecord.ATTEMPTS, mail.attempts());
    }
    if (mail.faults() > 0) {
      record.add(PackedRecord.FAULTS, mail.faults());
    }
    if (mail.delayNoticeSent()) {
      record.add(PackedRecord.NOTICED);
    }
    mail.nextHop()
        .ifPresent(hop -> record.add(PackedRecord.HOP, hop.equals(mail.group()) ? "" : hop));
    mail.lastAttempt().ifPresent(time -> record.add(PackedRecord.TRIED, time.toEpochMilli()));
    mail.nextAttempt().ifPresent(time -> record.add(PackedRecord.NEXT, time.toEpochMilli()));
    mail.lastDiagnosis().ifPresent(last -> packDiagnosis(last, record));
  }

  private static void packDiagnosis(Diagnosis last, PackedRecord record) {
    record
        .add(PackedRecord.STAGE, last.stage())
        .add(PackedRecord.STATUS, last.status().toString())
        .add(PackedRecord.SAID, cut(last.text()));
    if (last.isReply()) {
      record.add(PackedRecord.REPLY);
    }
    last.remoteMta().ifPresent(mta -> record.add(PackedRecord.MTA, mta));
  }

  private static String cut(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }
}
