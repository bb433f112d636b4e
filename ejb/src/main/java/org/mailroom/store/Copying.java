package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.store.MailboxRefusedException.Reason;

/** Copies messages to a mailbox of the same account; copies share the contents. */
final class Copying {

  private static final String COLUMNS =
      "flags, keywords, internal_date, sent_on, size, trace, content_id";

  private final HeldAccount account;
  private final EntityManager entities;
  private final Mailbox source;
  private final Mailbox target;

  Copying(HeldAccount account, Mailbox source, Mailbox target) {
    this.account = account;
    this.entities = account.entities();
    this.source = source;
    this.target = target;
  }

  /** Copies those that are there, if the quota has room for them. */
  CopiedMessages copy(NumberSet uids, MailQuota quota) {
    List<Object[]> found = find(uids);
    long size = found.stream().mapToLong(row -> (Long) row[1]).sum();
    if (!account.row().use().hasRoom(size, found.size(), quota)) {
      throw new MailboxRefusedException(Reason.OVERQUOTA, "The account has no room for it");
    }
    return copy(found, size);
  }

  /** Copies those that are there and deletes the originals; needs no room. */
  CopiedMessages move(NumberSet uids) {
    List<Object[]> found = find(uids);
    CopiedMessages moved = copy(found, found.stream().mapToLong(row -> (Long) row[1]).sum());
    new Expunging(account, source).expunge(set(moved.from()));
    return moved;
  }

  private List<Object[]> find(NumberSet uids) {
    List<Object[]> found = new ArrayList<>();
    for (UidPiece piece : UidPiece.of(uids)) {
      found.addAll(
          piece
              .bind(
                  entities
                      .createQuery(
                          "select m.uid, m.size from StoredMessage m"
                              + " where m.mailboxId = :mailbox and "
                              + piece.where("m.uid")
                              + " order by m.uid",
                          Object[].class)
                      .setParameter("mailbox", source.id()))
              .getResultList());
    }
    return found;
  }

  private CopiedMessages copy(List<Object[]> found, long size) {
    List<Long> from = found.stream().map(row -> (Long) row[0]).toList();
    if (from.isEmpty()) {
      return new CopiedMessages(target.uidValidity(), List.of(), List.of());
    }
    long modseq = account.newModseq(target);
    long first = target.newUids(from.size());
    long next = first;
    for (UidPiece piece : UidPiece.of(set(from))) {
      next += copy(piece, modseq, next);
    }
    account.row().add(size, from.size());
    List<Long> to = LongStream.range(first, next).boxed().toList();
    return new CopiedMessages(target.uidValidity(), from, to);
  }

  private int copy(UidPiece piece, long modseq, long first) {
    String sql =
        "insert into stored_message (mailbox_id, uid, modseq, "
            + COLUMNS
            + ") select cast(:target as bigint),"
            + " cast(:before as bigint) + row_number() over (order by uid),"
            + " cast(:modseq as bigint), "
            + COLUMNS
            + " from stored_message where mailbox_id = :source and "
            + piece.where("uid");
    return piece
        .bind(entities.createNativeQuery(sql))
        .setParameter("target", target.id())
        .setParameter("before", first - 1)
        .setParameter("modseq", modseq)
        .setParameter("source", source.id())
        .executeUpdate();
  }

  private static NumberSet set(List<Long> uids) {
    NumberSet.Builder set = new NumberSet.Builder();
    uids.forEach(set::add);
    return set.build();
  }
}
