package org.mailroom.tracking;

import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;

/**
 * The mail log: a line for each accepted mail, a line for each recipient and delivery attempt. A
 * line is an event and {@code name=value} fields, in the form of {@code docs/tracking-record.md}.
 */
@Singleton
public class MailLog {

  private static final Logger LOG = System.getLogger("mailroom.mail");

  /** A mail was accepted: it is in the queue for each of its recipients. */
  public void accepted(
      QueueId id,
      ReversePath from,
      List<EnvelopeRecipient> recipients,
      long size,
      InetAddress client,
      String helo,
      String protocol) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    LOG.log(
        Level.INFO,
        new LogLine("accepted", 192)
            .field("id", id.text())
            .path("from", from.toString())
            .path("to", recipients.get(0).path().toString())
            .field("recipients", recipients.size())
            .field("size", size)
            .field("client", client.getHostAddress())
            .quoted("helo", helo)
            .field("protocol", protocol)
            .toString());
  }

  /** A DSN was put into the queue, about the mail {@code about}. */
  public void notified(QueueId id, QueueId about, String to, String action) {
    LOG.log(
        Level.INFO,
        new LogLine("notified", 96)
            .field("id", id.text())
            .field("about", about.text())
            .path("to", to)
            .field("action", action)
            .toString());
  }

  /** A recipient failed and nobody is told: the mail has no sender, and the postmaster can't be. */
  public void untold(QueueId id, Failed failed) {
    LOG.log(
        Level.INFO,
        new LogLine("untold", 96)
            .field("id", id.text())
            .path("to", failed.recipient().path().toString())
            .field("status", failed.diagnosis().status().toString())
            .toString());
  }

  /**
   * A delivery attempt ended for a recipient.
   *
   * @param attempt counted from 1
   * @param nextHop key of the next hop
   * @param age since the mail was accepted
   */
  public void outcome(
      QueueId id,
      ReversePath from,
      RecipientOutcome outcome,
      int attempt,
      String nextHop,
      Duration age) {
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    Diagnosis diagnosis = outcome.diagnosis();
    LogLine line =
        new LogLine(event(outcome), 224)
            .field("id", id.text())
            .path("from", from.toString())
            .path("to", outcome.recipient().path().toString())
            .field("nexthop", nextHop)
            .field("attempt", attempt)
            .seconds("delay", age);
    diagnosis.remoteMta().ifPresent(mta -> line.field("mta", mta));
    LOG.log(
        Level.INFO,
        line.field("stage", diagnosis.stage())
            .field("status", diagnosis.status().toString())
            .quoted(diagnosis.isReply() ? "reply" : "reason", diagnosis.text())
            .toString());
  }

  private static String event(RecipientOutcome outcome) {
    return switch (outcome) {
      case Delivered d -> "delivered";
      case Deferred d -> "deferred";
      case Failed f -> "failed";
    };
  }
}
