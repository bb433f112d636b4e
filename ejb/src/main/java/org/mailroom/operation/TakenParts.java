package org.mailroom.operation;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.broker.QueueName;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.UnreadableMailException;

/**
 * Mails that a taker has in hand together, so that one sync of the journal publishes what becomes
 * of all of them. What is not settled when this is closed goes back to where it stood.
 */
final class TakenParts implements AutoCloseable {

  private static final Logger LOG = System.getLogger(TakenParts.class.getName());

  private static final int MOST = 32;
  private static final int MOST_OCTETS = 1 << 20;

  private record Taken(QueuedMail mail, Optional<PartChange> made) {}

  private final PartTaker.Tools tools;
  private final QueueName name;
  private final List<Taken> parts = new ArrayList<>();
  private final List<Publication> publications = new ArrayList<>();
  private Message last;
  private long octets;

  /** Nothing yet, of the queue {@code name}. */
  TakenParts(PartTaker.Tools tools, QueueName name) {
    this.tools = tools;
    this.name = name;
  }

  boolean isFull() {
    return parts.size() >= MOST || octets >= MOST_OCTETS;
  }

  /** Makes the change that is wanted of a mail; a leftover of a crash is only acknowledged. */
  void add(Message message) throws QueueException {
    last = message;
    QueuedMail mail;
    try {
      mail = tools.records().read(message);
    } catch (UnreadableMailException e) {
      tools.burial().bury(message, e, state());
      e.cut().map(QueuedMail::key).ifPresent(this::tooLate);
      return;
    }
    if (!tools.index().take(mail)) {
      mail.content().close();
      return;
    }
    Optional<PartChange> change = tools.changes().take(mail.key());
    Optional<Publication> changed = change.flatMap(wanted -> changed(wanted, mail));
    parts.add(new Taken(mail, changed.isPresent() ? change : Optional.empty()));
    publications.add(changed.orElseGet(() -> asItIs(mail)));
    octets += mail.content().size();
  }

  private void tooLate(String key) {
    tools.changes().take(key).ifPresent(change -> change.tooLate(key));
  }

  private static Optional<Publication> changed(PartChange change, QueuedMail mail) {
    try {
      return Optional.of(change.apply(mail));
    } catch (QueueException | RuntimeException e) {
      LOG.log(Level.ERROR, "A change of " + mail.key() + " can't be made", e);
      return Optional.empty();
    }
  }

  /** Publishes, and acknowledges then. */
  void settle() throws QueueException, JMSException {
    tools.queue().publish(publications);
    last.acknowledge();
    for (Taken part : parts) {
      part.made().ifPresent(change -> change.applied(part.mail()));
      tools.index().finish(part.mail());
      part.mail().content().close();
    }
    parts.clear();
  }

  /** What could not be settled is wanted again, from whoever gets it next. */
  @Override
  public void close() {
    for (Taken part : parts) {
      String key = part.mail().key();
      part.made().ifPresent(change -> tools.changes().want(key, change));
      tools.index().giveBack(part.mail(), state());
      part.mail().content().close();
    }
  }

  /** Another part of a wanted mail, or one whose change was withdrawn a moment ago. */
  private Publication asItIs(QueuedMail mail) {
    Publication publication = new Publication();
    return switch (name) {
      case HELD -> publication.held(mail.again());
      case DEAD -> publication.dead(mail.again());
      default -> PartOperations.ready(mail.again());
    };
  }

  private QueueState state() {
    return switch (name) {
      case HELD -> QueueState.HELD;
      case DEAD -> QueueState.DEAD;
      case DELIVERY -> QueueState.DELIVERY;
      default -> QueueState.READY;
    };
  }
}
