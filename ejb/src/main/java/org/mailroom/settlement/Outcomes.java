package org.mailroom.settlement;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueuedMail;

/**
 * Publishes what becomes of a mail, with what operators want of it. A change that can't be made is
 * left out, and costs no attempt.
 */
@Singleton
public class Outcomes {

  private static final Logger LOG = System.getLogger(Outcomes.class.getName());

  private final MailQueue queue;
  private final QueueChanges changes;

  /** Publishes to {@code queue} what {@code changes} are wanted. */
  @Inject
  public Outcomes(MailQueue queue, QueueChanges changes) {
    this.queue = queue;
    this.changes = changes;
  }

  /**
   * Publishes the change that is wanted of a mail instead of an attempt.
   *
   * @return false when there is none that can be made
   */
  boolean publishWanted(QueuedMail mail) throws QueueException {
    Optional<PartChange> change = changes.take(mail.key());
    if (change.isEmpty()) {
      return false;
    }
    Publication asItIs = new Publication().ready(mail);
    Optional<Publication> changed = changed(asItIs, asItIs.entries(), change.get());
    if (changed.isEmpty()) {
      return false;
    }
    queue.publish(changed.get());
    change.get().applied(mail);
    return true;
  }

  /**
   * Publishes the outcome of an attempt; what was wanted meanwhile is made of what is left open.
   */
  void publish(QueuedMail mail, Publication outcome) throws QueueException {
    Optional<PartChange> change = changes.take(mail.key());
    if (change.isEmpty()) {
      queue.publish(outcome);
      return;
    }
    List<Entry> open =
        outcome.entries().stream().filter(entry -> entry.mail().id().equals(mail.id())).toList();
    Optional<Publication> changed =
        open.isEmpty() ? Optional.empty() : changed(outcome, open, change.get());
    queue.publish(changed.orElse(outcome));
    if (open.isEmpty()) {
      change.get().tooLate(mail.key());
    } else if (changed.isPresent()) {
      open.forEach(entry -> change.get().applied(entry.mail()));
    }
  }

  /** Empty when the change can't be made, which it tells by itself. */
  private static Optional<Publication> changed(
      Publication outcome, List<Entry> open, PartChange change) {
    Publication changed = new Publication();
    outcome.entries().stream().filter(entry -> !open.contains(entry)).forEach(changed::add);
    try {
      for (Entry entry : open) {
        change.apply(entry.mail()).entries().forEach(changed::add);
      }
      return Optional.of(changed);
    } catch (QueueException | RuntimeException e) {
      LOG.log(Level.ERROR, "A change of " + open.get(0).mail().key() + " can't be made", e);
      return Optional.empty();
    }
  }
}
