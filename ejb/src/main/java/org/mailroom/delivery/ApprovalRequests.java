package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueuedMail;
import org.mailroom.routing.Router;
import org.mailroom.settings.Settings;
import org.mailroom.tracking.MailLog;

/** Asks moderators by mail what is to become of a mail. */
@Singleton
class ApprovalRequests {

  private final MailQueue queue;
  private final Router router;
  private final Settings settings;
  private final Spool spool;
  private final QueueIdSource ids;
  private final MailLog log;
  private final Clock clock;

  /** Requests that go out by this queue. */
  @Inject
  ApprovalRequests(
      MailQueue queue,
      Router router,
      Settings settings,
      Spool spool,
      QueueIdSource ids,
      MailLog log,
      Clock clock) {
    this.queue = queue;
    this.router = router;
    this.settings = settings;
    this.spool = spool;
    this.ids = ids;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Puts a request into the queue.
   *
   * @param token of the mail that they decide on
   * @throws IOException when the mail can't be read, or the request not be queued
   */
  void send(QueuedMail about, Address list, List<Address> moderators, String token)
      throws IOException {
    Instant now = clock.instant();
    QueueId id = ids.next();
    List<Address> asked = moderators.stream().limit(QueuedMail.MAX_RECIPIENTS).toList();
    Envelope envelope =
        new Envelope(
            ReversePath.NULL,
            asked.stream().map(ForwardPath::new).map(EnvelopeRecipient::of).toList(),
            BodyType.EIGHT_BIT_MIME,
            about.envelope().smtpUtf8() || asked.stream().anyMatch(Address::needsSmtpUtf8),
            Optional.empty(),
            Optional.empty());
    try (MessageContent content =
        new ApprovalRequest(about, list, asked, token).write(id, now, spool)) {
      queue.accept(
          new Publication()
              .ready(
                  QueuedMail.received(
                      id,
                      PartId.of(1),
                      envelope,
                      router.group(asked.get(0).domain()),
                      now,
                      now.plus(settings.expiry()),
                      Origin.HUB,
                      content)));
      log.notified(id, about.id(), envelope.recipients(), content.size(), MailLog.APPROVAL);
    } catch (QueueException e) {
      throw new IOException("The moderators could not be asked", e);
    }
  }
}
