package org.mailroom.store;

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

  static MailboxChanges since(long modseq, HeldAccount account, Mailbox mailbox) {
    NumberSet.Builder expunged = new NumberSet.Builder();
    account
        .entities()
        .createQuery(
            "select e.uid from ExpungedMessage e where e.mailboxId = :mailbox"
                + " and e.modseq > :modseq order by e.uid",
            Long.class)
        .setParameter("mailbox", mailbox.id())
        .setParameter("modseq", modseq)
        .getResultList()
        .forEach(expunged::add);
    return new MailboxChanges(
        mailbox.highestModseq(),
        mailbox.uidNext(),
        MessageState.changedSince(account.entities(), mailbox.id(), modseq),
        expunged.build());
  }
}
