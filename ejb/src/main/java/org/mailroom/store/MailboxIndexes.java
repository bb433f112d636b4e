package org.mailroom.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The indexes of mailboxes that were used last, as they were then: the next one reads what has
 * happened since. Safe for any number of threads.
 */
final class MailboxIndexes {

  /** Messages of all of them, some 80 octets each in memory. */
  private static final long MOST = 500_000;

  private final long most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, MailboxIndex> indexes = new LinkedHashMap<>(16, 0.75f, true);
  private long messages;

  MailboxIndexes() {
    this(MOST);
  }

  MailboxIndexes(long most) {
    this.most = most;
  }

  /** That of a mailbox, if it is known. */
  Optional<MailboxIndex> find(long mailbox) {
    lock.lock();
    try {
      return Optional.ofNullable(indexes.get(mailbox));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Remembers one, unless a later one is known; forgets others when there are too many. One that is
   * too large alone leaves the others in peace.
   */
  void keep(long mailbox, MailboxIndex index) {
    lock.lock();
    try {
      MailboxIndex known = indexes.get(mailbox);
      if (known != null && known.highestModseq() >= index.highestModseq()) {
        return;
      }
      messages -= known == null ? 0 : known.count();
      indexes.remove(mailbox);
      if (index.count() > most) {
        return;
      }
      messages += index.count();
      indexes.put(mailbox, index);
      while (messages > most) {
        Long eldest = indexes.keySet().iterator().next();
        messages -= indexes.remove(eldest).count();
      }
    } finally {
      lock.unlock();
    }
  }
}
