package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.List;

/**
 * The messages of a mailbox as they are at one time, by UID: what a session numbers them by. Light,
 * since there may be hundreds of thousands.
 */
public final class MessageList {

  private final Mailbox mailbox;
  private final long[] uids;
  private final long[] sizes;

  private MessageList(Mailbox mailbox, List<Object[]> rows) {
    this.mailbox = mailbox;
    this.uids = rows.stream().mapToLong(row -> (Long) row[0]).toArray();
    this.sizes = rows.stream().mapToLong(row -> (Long) row[1]).toArray();
  }

  static MessageList of(Mailbox mailbox, EntityManager entities) {
    return new MessageList(
        mailbox,
        entities
            .createQuery(
                "select m.uid, m.size from StoredMessage m where m.mailboxId = :mailbox"
                    + " order by m.uid",
                Object[].class)
            .setParameter("mailbox", mailbox.id())
            .getResultList());
  }

  /** Of which mailbox. */
  public Mailbox mailbox() {
    return mailbox;
  }

  /** How many there are. */
  public int count() {
    return uids.length;
  }

  /** The UID of one, counted from 0. */
  public long uid(int index) {
    return uids[index];
  }

  /** Octets of one, counted from 0. */
  public long size(int index) {
    return sizes[index];
  }
}
