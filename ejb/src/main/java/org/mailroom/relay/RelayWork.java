package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueuedMail;
import org.mailroom.relay.AttemptResult.Tried;
import org.mailroom.retry.MailAges;
import org.mailroom.tracking.MailLog;

/**
 * The work of a relay consumer: attempt, publish the outcome, return, so that the message is
 * acknowledged last.
 *
 * <p>The duplicate window: a crash between the next hop's 250 and our acknowledgement repeats the
 * attempt, and so does an outcome that can't be published. The mail may be sent twice; it is never
 * lost.
 */
@Singleton
public class RelayWork {

  private static final Logger LOG = System.getLogger(RelayWork.class.getName());

  private static final Predicate<RecipientOutcome> DELIVERED = Delivered.class::isInstance;

  private final QueueRecord records;
  private final MailQueue queue;
  private final DeliveryAttempts attempts;
  private final Settlement settlement;
  private final Faults faults;
  private final MailLog log;
  private final MailAges ages;

  /** Work on the hub's queue. */
  @Inject
  public RelayWork(
      QueueRecord records,
      MailQueue queue,
      DeliveryAttempts attempts,
      Settlement settlement,
      Faults faults,
      MailLog log,
      MailAges ages) {
    this.records = records;
    this.queue = queue;
    this.attempts = attempts;
    this.settlement = settlement;
    this.faults = faults;
    this.log = log;
    this.ages = ages;
  }

  /**
   * Relays one message of the queue.
   *
   * @throws IllegalStateException when the message is not readable or the outcome could not be
   *     published: the broker delivers the message again
   */
  void relay(Message message) {
    try {
      QueuedMail mail = records.read(message);
      try {
        relay(mail);
      } finally {
        mail.content().close();
      }
    } catch (QueueException e) {
      throw new IllegalStateException("The message stays in the queue", e);
    }
  }

  private void relay(QueuedMail mail) throws QueueException {
    AttemptResult result = new Tried("", List.of());
    List<EnvelopeRecipient> open = mail.envelope().recipients();
    Settled settled;
    try {
      result = attempts.attempt(mail);
      open = withoutDelivered(open, result);
      settled = settlement.settle(mail, result);
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      keep(mail, open, e);
      trackDelivered(mail, result);
      return;
    }
    try {
      queue.publish(settled.publication());
    } finally {
      settled.dsn().ifPresent(dsn -> dsn.content().close());
    }
    track(mail, settled.nextHop(), settled.outcomes());
    trackDsn(mail, settled);
  }

  /** Our own fault: whoever has the mail has it, the others are tried again. */
  private void keep(QueuedMail mail, List<EnvelopeRecipient> open, Throwable fault)
      throws QueueException {
    LOG.log(Level.ERROR, "A fault of the hub on the mail " + mail.id() + "/" + mail.part(), fault);
    if (!open.isEmpty()) {
      queue.publish(faults.keep(mail, open));
    }
  }

  private void trackDelivered(QueuedMail mail, AttemptResult result) {
    if (result instanceof Tried tried) {
      track(mail, tried.nextHop(), tried.outcomes().stream().filter(DELIVERED).toList());
    }
  }

  /** The outcome is safe by now: a log that fails must not repeat the attempt. */
  private void track(QueuedMail mail, String nextHop, List<RecipientOutcome> outcomes) {
    try {
      Duration age = ages.of(mail.firstQueued());
      for (RecipientOutcome outcome : outcomes) {
        log.outcome(
            mail.id(), mail.envelope().reversePath(), outcome, mail.attempts() + 1, nextHop, age);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The mail log lacks an attempt of " + mail.id(), e);
    }
  }

  private void trackDsn(QueuedMail mail, Settled settled) {
    if (settled.dsn().isEmpty()) {
      return;
    }
    QueuedMail dsn = settled.dsn().get();
    String to = dsn.envelope().recipients().get(0).path().toString();
    String action = settled.dsnAction().map(a -> a.name().toLowerCase(Locale.ROOT)).orElse("");
    try {
      log.notified(dsn.id(), mail.id(), to, action);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The mail log lacks the DSN " + dsn.id(), e);
    }
  }

  private static List<EnvelopeRecipient> withoutDelivered(
      List<EnvelopeRecipient> all, AttemptResult result) {
    if (!(result instanceof Tried tried)) {
      return all;
    }
    return tried.outcomes().stream()
        .filter(DELIVERED.negate())
        .map(RecipientOutcome::recipient)
        .toList();
  }
}
