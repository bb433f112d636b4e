package org.mailroom.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What is put into the queue together or not at all: the next generation of a part, or the parts it
 * was split into, and DSNs about it.
 */
public final class Publication {

  /** Where a mail goes. */
  public enum State {
    /** Tried as soon as a relay session is free. */
    READY,
    /** For local mailboxes, filed as soon as a delivery session is free. */
    DELIVERY,
    /** Tried at {@code nextAttempt}. */
    DEFERRED,
    /** Held by an operator. */
    HELD,
    /** Our own code failed on it too often; an operator looks at it. */
    DEAD
  }

  /** One message of the publication. */
  public record Entry(QueuedMail mail, State state) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds a mail that is ready. */
  public Publication ready(QueuedMail mail) {
    entries.add(new Entry(mail, State.READY));
    return this;
  }

  /** Adds a mail that is ready for mailboxes of this hub. */
  public Publication delivery(QueuedMail mail) {
    entries.add(new Entry(mail, State.DELIVERY));
    return this;
  }

  /** Adds a mail that is ready, for mailboxes of this hub or for others. */
  public Publication add(QueuedMail mail, boolean local) {
    return local ? delivery(mail) : ready(mail);
  }

  /** Adds a mail that waits until its {@code nextAttempt}. */
  public Publication deferred(QueuedMail mail) {
    entries.add(new Entry(mail, State.DEFERRED));
    return this;
  }

  /** Adds a mail that an operator holds. */
  public Publication held(QueuedMail mail) {
    entries.add(new Entry(mail, State.HELD));
    return this;
  }

  /** Adds a mail for an operator. */
  public Publication dead(QueuedMail mail) {
    entries.add(new Entry(mail, State.DEAD));
    return this;
  }

  /** Adds a message of another publication. */
  public Publication add(Entry entry) {
    entries.add(entry);
    return this;
  }

  /** The messages, in the order they were added. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** True when nothing is to be published. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }
}
