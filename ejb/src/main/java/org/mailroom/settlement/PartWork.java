package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.Message;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.mailroom.hub.Opening;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.RecipientOutcome;
import org.mailroom.mail.RecipientOutcome.Delivered;
import org.mailroom.queue.Burial;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.UnreadableMailException;
import org.mailroom.settlement.AttemptResult.Tried;

/**
 * The work of a consumer: attempt, publish the outcome, return, so that the message is acknowledged
 * last.
 *
 * <p>The duplicate window: a crash between the next hop's 250, or the store's commit, and our
 * acknowledgement repeats the attempt, and so does an outcome that can't be published. The mail may
 * be sent twice; it is never lost.
 */
@Singleton
public class PartWork {

  private static final Logger LOG = System.getLogger(PartWork.class.getName());

  private final QueueRecord records;
  private final Burial burial;
  private final Settlement settlement;
  private final Faults faults;
  private final Outcomes outcomes;
  private final OutcomeLog log;
  private final QueueIndex index;
  private final Opening opening;
  private final DiskPause disk;

  /** Work on the hub's queue. */
  @Inject
  public PartWork(
      QueueRecord records,
      Burial burial,
      Settlement settlement,
      Faults faults,
      Outcomes outcomes,
      OutcomeLog log,
      QueueIndex index,
      Opening opening,
      DiskPause disk) {
    this.records = records;
    this.burial = burial;
    this.settlement = settlement;
    this.faults = faults;
    this.outcomes = outcomes;
    this.log = log;
    this.index = index;
    this.opening = opening;
    this.disk = disk;
  }

  /** Tries to get a mail delivered. */
  @FunctionalInterface
  public interface Attempt {

    /**
     * One attempt. Publishes nothing.
     *
     * @throws IOException when the content can't be read
     * @throws InterruptedException when the hub is stopped; the mail stays as it is
     */
    AttemptResult of(QueuedMail mail) throws IOException, InterruptedException;
  }

  /**
   * Works on one message of the queue.
   *
   * @param stood where it stood
   * @throws IllegalStateException when the message is not readable or the outcome could not be
   *     published: the broker delivers the message again
   */
  public void work(Message message, QueueState stood, Attempt attempt) {
    try {
      opening.await();
      disk.await();
      read(message, stood, attempt);
    } catch (QueueException e) {
      throw new IllegalStateException("The message stays in the queue", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The hub is being stopped; the message stays", e);
    }
  }

  private void read(Message message, QueueState stood, Attempt attempt)
      throws QueueException, InterruptedException {
    QueuedMail mail;
    try {
      mail = records.read(message);
    } catch (UnreadableMailException e) {
      burial.bury(message, e, stood);
      return;
    }
    try {
      take(mail, stood, attempt);
    } finally {
      mail.content().close();
    }
  }

  /** A message of an older generation is left over from a crash: its part goes on elsewhere. */
  private void take(QueuedMail mail, QueueState stood, Attempt attempt)
      throws QueueException, InterruptedException {
    if (!index.take(mail)) {
      LOG.log(Level.INFO, "Dropped " + mail.publicationId() + ": the queue has a newer one");
      return;
    }
    boolean done = false;
    try {
      if (!outcomes.publishWanted(mail)) {
        attempt(mail, attempt);
      }
      done = true;
    } finally {
      if (done) {
        index.finish(mail);
      } else {
        index.giveBack(mail, stood);
      }
    }
  }

  private void attempt(QueuedMail mail, Attempt attempt)
      throws QueueException, InterruptedException {
    AttemptResult result = new Tried("", List.of());
    List<EnvelopeRecipient> open = mail.envelope().recipients();
    Settled settled;
    try {
      result = attempt.of(mail);
      open = withoutDelivered(open, result);
      settled = settlement.settle(mail, result);
    } catch (OutOfMemoryError | InterruptedException e) {
      throw e;
    } catch (Throwable e) {
      keep(mail, open, e);
      log.delivered(mail, result);
      return;
    }
    try {
      outcomes.publish(mail, settled.publication());
    } finally {
      settled.dsn().ifPresent(dsn -> dsn.content().close());
    }
    log.settled(mail, settled);
  }

  /** Our own fault: whoever has the mail has it, the others are tried again. */
  private void keep(QueuedMail mail, List<EnvelopeRecipient> open, Throwable fault)
      throws QueueException {
    LOG.log(Level.ERROR, "A fault of the hub on the mail " + mail.key(), fault);
    outcomes.publish(mail, open.isEmpty() ? new Publication() : faults.keep(mail, open));
  }

  private static List<EnvelopeRecipient> withoutDelivered(
      List<EnvelopeRecipient> all, AttemptResult result) {
    if (!(result instanceof Tried tried)) {
      return all;
    }
    return tried.outcomes().stream()
        .filter(outcome -> !(outcome instanceof Delivered))
        .map(RecipientOutcome::recipient)
        .toList();
  }
}
