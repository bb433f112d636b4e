package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.hub.Opening;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.UnreadableMailException;
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
  private final QueueIndex index;
  private final QueueChanges changes;
  private final Opening opening;
  private final DiskPause disk;

  /** Work on the hub's queue. */
  @Inject
  public RelayWork(
      QueueRecord records,
      MailQueue queue,
      DeliveryAttempts attempts,
      Settlement settlement,
      Faults faults,
      MailLog log,
      MailAges ages,
      QueueIndex index,
      QueueChanges changes,
      Opening opening,
      DiskPause disk) {
    this.records = records;
    this.queue = queue;
    this.attempts = attempts;
    this.settlement = settlement;
    this.faults = faults;
    this.log = log;
    this.ages = ages;
    this.index = index;
    this.changes = changes;
    this.opening = opening;
    this.disk = disk;
  }

  /**
   * Relays one message of the queue.
   *
   * @throws IllegalStateException when the message is not readable or the outcome could not be
   *     published: the broker delivers the message again
   */
  void relay(Message message) {
    try {
      opening.await();
      disk.await();
      QueuedMail mail = records.read(message);
      try {
        take(mail);
      } finally {
        mail.content().close();
      }
    } catch (UnreadableMailException e) {
      bury(message, e);
    } catch (QueueException e) {
      throw new IllegalStateException("The message stays in the queue", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The hub is being stopped; the message stays", e);
    }
  }

  /** Delivered again by the broker, it would stand in the way of the mail behind it. */
  private void bury(Message message, UnreadableMailException reason) {
    LOG.log(Level.ERROR, "A message that is no mail goes to the dead queue", reason);
    try {
      Optional<MessageContent> content = records.readContent(message);
      try {
        queue.bury(message, content, reason.getMessage());
      } finally {
        content.ifPresent(MessageContent::close);
      }
    } catch (QueueException e) {
      throw new IllegalStateException("The message stays in the queue", e);
    }
  }

  /** A message of an older generation is left over from a crash: its part goes on elsewhere. */
  private void take(QueuedMail mail) throws QueueException {
    if (!index.take(mail)) {
      LOG.log(Level.INFO, "Dropped " + mail.publicationId() + ": the queue has a newer one");
      return;
    }
    boolean done = false;
    try {
      Optional<PartChange> change = changes.take(mail.key());
      if (change.isPresent()) {
        make(change.get(), mail);
      } else {
        relay(mail);
      }
      done = true;
    } finally {
      if (done) {
        index.finish(mail);
      } else {
        index.giveBack(mail, QueueState.READY);
      }
    }
  }

  private void make(PartChange change, QueuedMail mail) throws QueueException {
    queue.publish(change.apply(mail));
    change.applied(mail);
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
      publish(mail, settled.publication());
    } finally {
      settled.dsn().ifPresent(dsn -> dsn.content().close());
    }
    track(mail, settled.nextHop(), settled.outcomes());
    trackDsn(mail, settled);
    trackUntold(mail, settled);
  }

  /** What an operator wanted during the attempt is made of what would be deferred. */
  private void publish(QueuedMail mail, Publication outcome) throws QueueException {
    Optional<PartChange> change = changes.take(mail.key());
    if (change.isEmpty()) {
      queue.publish(outcome);
      return;
    }
    Optional<QueuedMail> open = deferred(mail, outcome);
    Optional<Publication> changed = open.flatMap(part -> changed(outcome, part, change.get()));
    queue.publish(changed.orElse(outcome));
    if (open.isEmpty()) {
      change.get().tooLate(mail.key());
    } else if (changed.isPresent()) {
      change.get().applied(open.get());
    } else {
      changes.want(mail.key(), change.get());
    }
  }

  private static Optional<QueuedMail> deferred(QueuedMail mail, Publication outcome) {
    return outcome.entries().stream()
        .filter(entry -> entry.state() == State.DEFERRED)
        .map(Entry::mail)
        .filter(entry -> entry.key().equals(mail.key()))
        .findAny();
  }

  /** Empty when the change can't be made now: an attempt that was made must not be repeated. */
  private static Optional<Publication> changed(
      Publication outcome, QueuedMail open, PartChange change) {
    try {
      Publication changed = new Publication();
      outcome.entries().stream().filter(entry -> !entry.mail().equals(open)).forEach(changed::add);
      change.apply(open).entries().forEach(changed::add);
      return Optional.of(changed);
    } catch (QueueException | RuntimeException e) {
      LOG.log(Level.ERROR, "A change of " + open.key() + " waits for its next attempt", e);
      return Optional.empty();
    }
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

  private void trackUntold(QueuedMail mail, Settled settled) {
    if (!settled.untold()) {
      return;
    }
    LOG.log(
        Level.WARNING, "The mail " + mail.id() + " without a sender failed, and nobody is told");
    try {
      settled.failures().forEach(failed -> log.untold(mail.id(), failed));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The mail log lacks the end of " + mail.id(), e);
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
