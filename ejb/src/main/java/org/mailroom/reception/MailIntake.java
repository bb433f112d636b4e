package org.mailroom.reception;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.mail.Origin;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartId;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueUnconfirmedException;
import org.mailroom.queue.QueuedMail;
import org.mailroom.reception.PartSplitter.Part;
import org.mailroom.relay.ReadyLine;
import org.mailroom.settings.Settings;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.server.ReceivedMail;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.tracking.MailLog;

/** Puts a received mail into the queue, as parts, and says what became of it. */
@Singleton
public class MailIntake {

  private static final Logger LOG = System.getLogger(MailIntake.class.getName());
  private static final long MAX_OCTETS_IN_PARTS = 1L << 30;
  private static final SmtpReply TOO_MUCH_IN_PARTS =
      SmtpReply.of(552, "5.3.4", "Too large for this many destinations; send it to fewer at once");
  private static final SmtpReply NOT_QUEUED =
      SmtpReply.of(451, "4.3.0", "The mail could not be queued; try again later");

  private final MailQueue queue;
  private final ReadyLine line;
  private final PartSplitter splitter;
  private final MailLog log;
  private final Settings settings;
  private final Clock clock;

  /** Works on the hub's queue. */
  @Inject
  public MailIntake(
      MailQueue queue,
      ReadyLine line,
      PartSplitter splitter,
      MailLog log,
      Settings settings,
      Clock clock) {
    this.queue = queue;
    this.line = line;
    this.splitter = splitter;
    this.log = log;
    this.settings = settings;
    this.clock = clock;
  }

  /** Returns after the broker's confirmation, or with the reason why there is none. */
  public ReceptionOutcome receive(ReceivedMail mail, Origin origin) {
    List<Part> split = splitter.split(mail.envelope().recipients(), mail.envelope().reversePath());
    List<QueuedMail> parts = parts(mail, origin, split);
    if (parts.size() * mail.content().size() > MAX_OCTETS_IN_PARTS) {
      return new ReceptionOutcome.Refused(TOO_MUCH_IN_PARTS);
    }
    try {
      queue.accept(publication(split, parts));
    } catch (QueueUnconfirmedException e) {
      LOG.log(Level.ERROR, "It is not known whether " + mail.id() + " is in the queue", e);
      return new ReceptionOutcome.Unknown();
    } catch (QueueException e) {
      LOG.log(Level.ERROR, "The mail " + mail.id() + " was not queued and is answered 451", e);
      return new ReceptionOutcome.Refused(NOT_QUEUED);
    }
    log.accepted(
        mail.id(),
        mail.envelope().reversePath(),
        mail.envelope().recipients(),
        mail.subject(),
        mail.content().size(),
        origin,
        mail.helo(),
        mail.protocol());
    return new ReceptionOutcome.Accepted();
  }

  private Publication publication(List<Part> split, List<QueuedMail> parts) {
    Publication publication = new Publication();
    for (int i = 0; i < parts.size(); i++) {
      if (split.get(i).local()) {
        publication.delivery(parts.get(i));
      } else {
        line.join(publication, parts.get(i));
      }
    }
    return publication;
  }

  private List<QueuedMail> parts(ReceivedMail mail, Origin origin, List<Part> split) {
    Instant now = clock.instant();
    Instant expiry = now.plus(settings.expiry());
    List<QueuedMail> parts = new ArrayList<>();
    for (Part part : split) {
      parts.add(
          QueuedMail.received(
              mail.id(),
              PartId.of(parts.size() + 1),
              mail.envelope().withRecipients(part.recipients()),
              part.group(),
              now,
              expiry,
              origin,
              mail.content()));
    }
    return parts;
  }
}
