package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.mailroom.mailbox.NumberSet;

/** Reads the traces of messages that have one, some thousands at a time. */
record MailboxTraces(EntityManager entities, long mailbox) {

  private static final int MOST = 10_000;

  private static final String SELECT =
      "select m.uid, m.trace from StoredMessage m"
          + " where m.mailboxId = :mailbox and m.trace <> '' and m.uid >= :from and ";

  void visit(NumberSet uids, TraceVisitor visitor) {
    UidPiece.of(uids).forEach(piece -> visit(piece, visitor));
  }

  private void visit(UidPiece piece, TraceVisitor visitor) {
    long from = 0;
    List<Object[]> rows;
    do {
      rows = rows(piece, from);
      for (Object[] row : rows) {
        from = (Long) row[0] + 1;
        visitor.visit((Long) row[0], (String) row[1]);
      }
    } while (rows.size() == MOST);
  }

  private List<Object[]> rows(UidPiece piece, long from) {
    String query = SELECT + piece.where("m.uid") + " order by m.uid";
    return piece
        .bind(entities.createQuery(query, Object[].class))
        .setParameter("mailbox", mailbox)
        .setParameter("from", from)
        .setMaxResults(MOST)
        .getResultList();
  }
}
