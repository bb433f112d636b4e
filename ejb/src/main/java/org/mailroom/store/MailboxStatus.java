package org.mailroom.store;

import jakarta.persistence.EntityManager;
import org.mailroom.mailbox.SystemFlag;

/**
 * How much there is in a mailbox.
 *
 * @param unseen messages without {@code \Seen}
 * @param deleted messages with {@code \Deleted}
 * @param size octets of all messages
 */
public record MailboxStatus(
    long uidValidity,
    long uidNext,
    long highestModseq,
    long messages,
    long unseen,
    long deleted,
    long size) {

  static MailboxStatus of(EntityManager entities, Mailbox mailbox) {
    Object[] counts =
        entities
            .createQuery(
                "select count(m),"
                    + " coalesce(sum(case when bitand(m.flags, "
                    + SystemFlag.SEEN.bit()
                    + ") = 0 then 1 else 0 end), 0),"
                    + " coalesce(sum(case when bitand(m.flags, "
                    + SystemFlag.DELETED.bit()
                    + ") <> 0 then 1 else 0 end), 0),"
                    + " coalesce(sum(m.size), 0)"
                    + " from StoredMessage m where m.mailboxId = :mailbox",
                Object[].class)
            .setParameter("mailbox", mailbox.id())
            .getSingleResult();
    return new MailboxStatus(
        mailbox.uidValidity(),
        mailbox.uidNext(),
        mailbox.highestModseq(),
        number(counts[0]),
        number(counts[1]),
        number(counts[2]),
        number(counts[3]));
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }
}
