package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** The deletion of messages of one mailbox, in one database transaction. */
final class Expunging {

  /** So many in a statement: databases bound its parameters. */
  private static final int AT_ONCE = 500;

  private static final String THESE =
      " from StoredMessage m where m.mailboxId = :mailbox and m.uid in :uids";

  private final EntityManager entities;
  private final MailAccount account;
  private final Mailbox mailbox;

  /** Holds the account's row first, as whoever files does. */
  Expunging(EntityManager entities, long account, long mailbox) {
    this.entities = entities;
    this.account = entities.find(MailAccount.class, account, LockModeType.PESSIMISTIC_WRITE);
    this.mailbox = entities.find(Mailbox.class, mailbox);
  }

  void expunge(List<Long> uids) {
    long gone = 0;
    for (int from = 0; from < uids.size(); from += AT_ONCE) {
      gone += some(uids.subList(from, Math.min(uids.size(), from + AT_ONCE)));
    }
    if (gone > 0) {
      mailbox.newModseq();
    }
  }

  /** What the account uses after it. */
  AccountUse use() {
    return account.use();
  }

  private long some(List<Long> uids) {
    TypedQuery<Object[]> sum =
        entities.createQuery("select count(m), coalesce(sum(m.size), 0)" + THESE, Object[].class);
    Object[] found =
        sum.setParameter("mailbox", mailbox.id()).setParameter("uids", uids).getSingleResult();
    entities
        .createQuery("delete" + THESE)
        .setParameter("mailbox", mailbox.id())
        .setParameter("uids", uids)
        .executeUpdate();
    long count = ((Number) found[0]).longValue();
    account.remove(((Number) found[1]).longValue(), count);
    return count;
  }
}
