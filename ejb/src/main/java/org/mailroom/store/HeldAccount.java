package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mailbox.MailboxName;

/**
 * An account whose row a database transaction holds: nobody else changes its mail meanwhile, so
 * modification sequences rise in the order of commits. Remembers of which mailboxes there will be
 * news.
 */
final class HeldAccount {

  private final EntityManager entities;
  private final MailAccount row;
  private final Map<Long, Long> news = new HashMap<>();

  /** Waits for whoever holds the row. */
  HeldAccount(EntityManager entities, long account) {
    this.entities = entities;
    this.row = entities.find(MailAccount.class, account, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw MailboxRefusedException.nonexistent();
    }
  }

  EntityManager entities() {
    return entities;
  }

  MailAccount row() {
    return row;
  }

  /** One of its mailboxes; somebody else's is none. */
  Mailbox mailbox(long id) {
    Mailbox mailbox = entities.find(Mailbox.class, id);
    if (mailbox == null || mailbox.accountId() != row.accountId()) {
      throw MailboxRefusedException.nonexistent();
    }
    return mailbox;
  }

  Mailbox mailbox(MailboxName name) {
    return find(entities, row.accountId(), name.text())
        .orElseThrow(MailboxRefusedException::nonexistent);
  }

  List<Mailbox> mailboxes() {
    return mailboxes(entities, row.accountId());
  }

  /** A mailbox of an account, whoever holds that. */
  static Optional<Mailbox> find(EntityManager entities, long account, String name) {
    return entities
        .createQuery(
            "select b from Mailbox b where b.accountId = :account and b.name = :name",
            Mailbox.class)
        .setParameter("account", account)
        .setParameter("name", name)
        .getResultStream()
        .findAny();
  }

  /** The mailboxes of an account by name, whoever holds that. */
  static List<Mailbox> mailboxes(EntityManager entities, long account) {
    return entities
        .createQuery(
            "select b from Mailbox b where b.accountId = :account order by b.name", Mailbox.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** A change of a mailbox begins. */
  long newModseq(Mailbox mailbox) {
    long modseq = mailbox.newModseq();
    news.put(mailbox.id(), modseq);
    return modseq;
  }

  /** A mailbox goes; whoever has it selected is to ask. */
  void gone(Mailbox mailbox) {
    news.put(mailbox.id(), MailboxNews.GONE);
  }

  /** The last modification sequences of the mailboxes that were changed. */
  Map<Long, Long> news() {
    return news;
  }
}
