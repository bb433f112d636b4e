package org.mailroom.store;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;

/**
 * A mailbox at one time.
 *
 * @param uids of all messages
 * @param firstUnseen the lowest UID without {@code \Seen}
 * @param keywords of all messages
 */
public record MailboxSnapshot(
    long uidValidity,
    long uidNext,
    long highestModseq,
    NumberSet uids,
    OptionalLong firstUnseen,
    Set<String> keywords) {

  static MailboxSnapshot of(HeldAccount account, Mailbox mailbox) {
    NumberSet.Builder uids = new NumberSet.Builder();
    OptionalLong firstUnseen = OptionalLong.empty();
    List<Object[]> rows =
        account
            .entities()
            .createQuery(
                "select m.uid, m.flags from StoredMessage m where m.mailboxId = :mailbox"
                    + " order by m.uid",
                Object[].class)
            .setParameter("mailbox", mailbox.id())
            .getResultList();
    for (Object[] row : rows) {
      long uid = (Long) row[0];
      uids.add(uid);
      if (firstUnseen.isEmpty() && ((Integer) row[1] & SystemFlag.SEEN.bit()) == 0) {
        firstUnseen = OptionalLong.of(uid);
      }
    }
    return new MailboxSnapshot(
        mailbox.uidValidity(),
        mailbox.uidNext(),
        mailbox.highestModseq(),
        uids.build(),
        firstUnseen,
        keywords(account, mailbox));
  }

  private static Set<String> keywords(HeldAccount account, Mailbox mailbox) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    account
        .entities()
        .createQuery(
            "select distinct m.keywords from StoredMessage m where m.mailboxId = :mailbox"
                + " and m.keywords <> ''",
            String.class)
        .setParameter("mailbox", mailbox.id())
        .getResultList()
        .forEach(some -> all.addAll(List.of(some.split(" "))));
    return all;
  }
}
