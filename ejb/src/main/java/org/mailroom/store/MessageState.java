package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;

/** Flags of a message at one time. */
public record MessageState(long uid, long modseq, MessageFlags flags) {

  private static final String SELECT =
      "select m.uid, m.modseq, m.flags, m.keywords from StoredMessage m"
          + " where m.mailboxId = :mailbox and ";

  /** Of messages by UID; there may be hundreds of thousands, of which most have the same flags. */
  static List<MessageState> of(EntityManager entities, long mailbox, NumberSet uids) {
    KnownFlags known = new KnownFlags();
    List<MessageState> states = new ArrayList<>();
    for (UidPiece piece : UidPiece.of(uids)) {
      piece
          .bind(
              entities
                  .createQuery(SELECT + piece.where("m.uid") + " order by m.uid", Object[].class)
                  .setParameter("mailbox", mailbox))
          .getResultList()
          .forEach(row -> states.add(of(row, known)));
    }
    return states;
  }

  private static MessageState of(Object[] row, KnownFlags known) {
    return new MessageState(
        (Long) row[0], (Long) row[1], known.of((Integer) row[2], (String) row[3]));
  }
}
