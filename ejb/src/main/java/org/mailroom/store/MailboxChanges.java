package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.mailroom.mailbox.NumberSet;

/**
 * What has happened in a mailbox since a modification sequence.
 *
 * @param highestModseq up to which this tells
 * @param changed messages that are there and whose flags are new, or which are new themselves, by
 *     UID
 * @param expunged those that went
 */
public record MailboxChanges(
    long highestModseq, long uidNext, List<MessageState> changed, NumberSet expunged) {

  static NumberSet expungedSince(long modseq, long mailbox, EntityManager entities) {
    NumberSet.Builder expunged = new NumberSet.Builder();
    entities
        .createQuery(
            "select e.uid from ExpungedMessage e where e.mailboxId = :mailbox"
                + " and e.modseq > :modseq order by e.uid",
            Long.class)
        .setParameter("mailbox", mailbox)
        .setParameter("modseq", modseq)
        .getResultList()
        .forEach(expunged::add);
    return expunged.build();
  }
}
