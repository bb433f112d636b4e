package org.mailroom.tracking;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Deferred;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.mail.RecipientOutcome.Expanded;
import org.mailroom.mail.RecipientOutcome.Failed;
import org.mailroom.mail.ReversePath;
import org.mailroom.metrics.MailCounters;

/**
 * The mail log: a line for each accepted mail, a line for each recipient and delivery attempt. A
 * line is an event and {@code name=value} fields, in the form of {@code docs/tracking-record.md}.
 * The same is counted, and goes to the {@link TraceBacklog}, and from there to the database.
 */
@Singleton
public class MailLog {

  /** The action of a question to moderators of a list. */
  public static final String APPROVAL = "approval";

  private static final Logger LOG = System.getLogger("mailroom.mail");

  /** Of a mail that is given up because of its age (RFC 3463, 3.5). */
  private static final EnhancedStatusCode TIME_RAN_OUT = EnhancedStatusCode.of("4.4.7");

  private final TraceBacklog traces;
  private final Clock clock;
  private final MailCounters counters;

  /** Writes the log, counts, and adds to the backlog what the clock says has happened now. */
  @Inject
  public MailLog(TraceBacklog traces, Clock clock, MailCounters counters) {
    this.traces = traces;
    this.clock = clock;
    this.counters = counters;
  }

  /**
   * A mail was accepted: it is in the queue for each of its recipients.
   *
   * @param subject the body of its Subject field; not in the log
   */
  public void accepted(
      QueueId id,
      ReversePath from,
      List<EnvelopeRecipient> recipients,
      String subject,
      long size,
      Origin origin,
      String helo,
      String protocol) {
    counters.accepted(size);
    if (traces.isOn()) {
      traces.add(
          new TraceEvent.Accepted(
              id,
              clock.instant(),
              from,
              recipients,
              subject,
              size,
              origin.client(),
              origin.user().map(Address::toString).orElse(""),
              helo,
              protocol,
              Optional.empty()));
    }
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
    LogLine line =
        new LogLine("accepted", 192)
            .field("id", id.text())
            .path("from", from.toString())
            .path("to", recipients.get(0).path().toString())
            .field("recipients", recipients.size())
            .field("size", size)
            .field("client", origin.client())
            .quoted("helo", helo)
            .field("protocol", protocol);
    origin.user().ifPresent(user -> line.path("user", user.toString()));
    LOG.log(Level.INFO, line.toString());
  }

  /**
   * A DSN was put into the queue, or a question to moderators, about the mail {@code about}.
   *
   * @param action of a DSN; {@link #APPROVAL} of a question
   */
  public void notified(
      QueueId id, QueueId about, List<EnvelopeRecipient> recipients, long size, String action) {
    String to = recipients.get(0).path().toString();
    if (traces.isOn()) {
      traces.add(
          new TraceEvent.Accepted(
              id,
              clock.instant(),
              ReversePath.NULL,
              recipients,
              "",
              size,
              "",
              "",
              "",
              action.equals(APPROVAL) ? "" : "DSN",
              Optional.of(about)));
      happened(about, TraceKind.NOTIFIED, to, 0, "", Optional.empty(), "", action, Optional.of(id));
    }
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
    happened(
        id,
        TraceKind.UNTOLD,
        failed.recipient().path().toString(),
        0,
        "",
        Optional.of(failed.diagnosis()),
        "",
        "",
        Optional.empty());
    LOG.log(
        Level.INFO,
        new LogLine("untold", 96)
            .field("id", id.text())
            .path("to", failed.recipient().path().toString())
            .field("status", failed.diagnosis().status().toString())
            .toString());
  }

  /**
   * A person did something to a mail for these recipients. Only the database has it, and the audit.
   *
   * @param detail why, or where to
   */
  public void operated(
      QueueId id, List<EnvelopeRecipient> recipients, TraceKind kind, String actor, String detail) {
    for (EnvelopeRecipient recipient : recipients) {
      happened(
          id,
          kind,
          recipient.path().toString(),
          0,
          "",
          Optional.empty(),
          actor,
          detail,
          Optional.empty());
    }
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
    ended(kind(outcome), "", id, from, outcome, attempt, nextHop, age);
  }

  /** The same, of an end that a person decided: {@code kind} says how. */
  public void ended(
      TraceKind kind,
      String actor,
      QueueId id,
      ReversePath from,
      RecipientOutcome outcome,
      int attempt,
      String nextHop,
      Duration age) {
    counters.ended(outcome);
    Diagnosis diagnosis = outcome.diagnosis();
    happened(
        id,
        kind,
        outcome.recipient().path().toString(),
        attempt,
        nextHop,
        Optional.of(diagnosis),
        actor,
        "",
        Optional.empty());
    if (!LOG.isLoggable(Level.INFO)) {
      return;
    }
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

  private void happened(
      QueueId id,
      TraceKind kind,
      String recipient,
      int attempt,
      String nextHop,
      Optional<Diagnosis> diagnosis,
      String actor,
      String detail,
      Optional<QueueId> child) {
    if (traces.isOn()) {
      traces.add(
          new TraceEvent.Happened(
              id,
              clock.instant(),
              kind,
              recipient,
              attempt,
              nextHop,
              diagnosis,
              actor,
              detail,
              child));
    }
  }

  private static TraceKind kind(RecipientOutcome outcome) {
    return switch (outcome) {
      case Delivered d -> TraceKind.DELIVERED;
      case Expanded e -> TraceKind.EXPANDED;
      case Deferred d -> TraceKind.DEFERRED;
      case Failed f ->
          f.diagnosis().status().equals(TIME_RAN_OUT) ? TraceKind.EXPIRED : TraceKind.FAILED;
    };
  }

  private static String event(RecipientOutcome outcome) {
    return switch (outcome) {
      case Delivered d -> "delivered";
      case Expanded e -> "expanded";
      case Deferred d -> "deferred";
      case Failed f -> "failed";
    };
  }
}
