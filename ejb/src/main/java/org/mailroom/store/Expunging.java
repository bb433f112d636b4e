package org.mailroom.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.mailbox.SystemFlag;

/** The deletion of messages of one mailbox, in one database transaction. */
final class Expunging {

  private static final String FROM = " from StoredMessage m where m.mailboxId = :mailbox and ";

  /** In words of the query: H2 doesn't know of what type a parameter of a function is. */
  private static final String IS_DELETED =
      "bitand(m.flags, " + SystemFlag.DELETED.bit() + ") <> 0 and ";

  private final HeldAccount account;
  private final EntityManager entities;
  private final Mailbox mailbox;
  private long modseq;

  Expunging(HeldAccount account, Mailbox mailbox) {
    this.account = account;
    this.entities = account.entities();
    this.mailbox = mailbox;
  }

  /** Deletes messages and remembers their UIDs; what is gone already doesn't matter. */
  void expunge(NumberSet uids) {
    UidPiece.of(uids).forEach(this::expunge);
  }

  /** Deletes those among them that have {@code \Deleted}, and says which. */
  NumberSet expungeDeleted(NumberSet among) {
    NumberSet.Builder gone = new NumberSet.Builder();
    for (UidPiece piece : UidPiece.of(among)) {
      String select = "select m.uid" + FROM + IS_DELETED + piece.where("m.uid");
      TypedQuery<Long> deleted = entities.createQuery(select + " order by m.uid", Long.class);
      bind(piece, deleted).getResultList().forEach(gone::add);
    }
    NumberSet uids = gone.build();
    expunge(uids);
    return uids;
  }

  private void expunge(UidPiece piece) {
    String these = FROM + piece.where("m.uid");
    Object[] found =
        bind(
                piece,
                entities.createQuery(
                    "select count(m), coalesce(sum(m.size), 0)" + these, Object[].class))
            .getSingleResult();
    long count = ((Number) found[0]).longValue();
    if (count == 0) {
      return;
    }
    if (modseq == 0) {
      modseq = account.newModseq(mailbox);
    }
    Query remember =
        entities.createQuery(
            "insert into ExpungedMessage (mailboxId, uid, modseq)"
                + " select m.mailboxId, m.uid, cast(:modseq as long)"
                + these);
    bind(piece, remember).setParameter("modseq", modseq).executeUpdate();
    bind(piece, entities.createQuery("delete" + these)).executeUpdate();
    account.row().remove(((Number) found[1]).longValue(), count);
  }

  private <Q extends Query> Q bind(UidPiece piece, Q query) {
    query.setParameter("mailbox", mailbox.id());
    return piece.bind(query);
  }
}
