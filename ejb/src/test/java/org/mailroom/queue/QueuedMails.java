package org.mailroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/** Mails for tests, and an index that has them. */
public final class QueuedMails {

  /** When the first of them was accepted. */
  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private QueuedMails() {}

  /** The queue id of this number, 0 to 1,048,575. */
  public static QueueId id(int number) {
    StringBuilder text = new StringBuilder("01HZY8Q2K");
    for (int shift = 15; shift >= 0; shift -= 5) {
      text.append(DIGITS.charAt(number >> shift & 31));
    }
    return QueueId.of(text.toString());
  }

  /** A received mail of 4 KiB; each was accepted a second after the one before. */
  public static QueuedMail received(int number) {
    return received(number, Origin.trusted("192.0.2.1"));
  }

  /** A received mail that came from there. */
  static QueuedMail from(Origin origin) {
    return received(1, origin);
  }

  private static QueuedMail received(int number, Origin origin) {
    return QueuedMail.received(
        id(number),
        PartId.of(1),
        Envelope.of(
            ReversePath.parse("ann@corp.test"),
            List.of(EnvelopeRecipient.of(ForwardPath.parse("bob" + number + "@example.test")))),
        "example.test",
        NOON.plusSeconds(number),
        NOON.plusSeconds(number + 432_000L),
        origin,
        new ContentInBroker(4096));
  }

  /** The same after an attempt, tried again so many seconds after noon. */
  public static QueuedMail deferred(int number, long next) {
    QueuedMail mail = received(number);
    return mail.afterAttempt(
        mail.envelope().recipients(),
        "mx.example.test",
        new Diagnosis(
            "rcpt",
            EnhancedStatusCode.of("4.2.2"),
            "452 4.2.2 Mailbox full",
            true,
            Optional.of("mx1.example.test")),
        NOON.plusSeconds(number + 1L),
        NOON.plusSeconds(next),
        false);
  }

  /** A mail that has everything that a record can have. */
  public static QueuedMail full() {
    QueuedMail mail = deferred(7, 300);
    Envelope envelope =
        new Envelope(
            ReversePath.parse("\u00e4nn@corp.test"),
            List.of(
                new EnvelopeRecipient(
                    ForwardPath.parse("bob@example.test"),
                    Optional.of(Notify.parse("SUCCESS,DELAY")),
                    Optional.of(OriginalRecipient.parse("rfc822;b+2Bob@example.test"))),
                EnvelopeRecipient.of(ForwardPath.parse("\u7530@example.test"))),
            BodyType.EIGHT_BIT_MIME,
            true,
            Optional.of(Ret.HDRS),
            Optional.of("an id = with a space"));
    return new QueuedMail(
        mail.id(),
        new PartId("2.1"),
        3,
        envelope,
        mail.group(),
        mail.nextHop(),
        mail.firstQueued(),
        mail.expiry(),
        4,
        2,
        true,
        mail.lastDiagnosis(),
        mail.lastAttempt(),
        mail.nextAttempt(),
        Optional.of("[192.0.2.9]:2525"),
        Optional.of("01HZY8Q2K0001/1/2"),
        Origin.trusted("192.0.2.1"),
        mail.content());
  }

  /** What reading a message says whose body the broker has lost. */
  public static UnreadableMailException cut(QueuedMail mail) {
    return new UnreadableMailException(
        "The broker gave 0 of 4096 octets", mail.withContent(new InMemoryContent(new byte[0])));
  }

  /** Puts a mail into an index. */
  public static void put(QueueIndex index, QueuedMail mail, QueueState state) {
    index.put(QueueEntry.of(mail, state));
  }
}
