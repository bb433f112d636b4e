package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;

/** Flags of a message at one time. */
public record MessageState(long uid, long modseq, MessageFlags flags) {

  private static final String SELECT =
      "select m.uid, m.modseq, m.flags, m.keywords from StoredMessage m"
          + " where m.mailboxId = :mailbox and ";

  private record Kept(int system, String keywords) {}

  /** Of messages by UID; there may be hundreds of thousands, of which most have the same flags. */
  static List<MessageState> of(EntityManager entities, long mailbox, NumberSet uids) {
    Map<Kept, MessageFlags> known = new HashMap<>();
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

  /** Of messages that have changed since, by UID. */
  static List<MessageState> changedSince(EntityManager entities, long mailbox, long modseq) {
    Map<Kept, MessageFlags> known = new HashMap<>();
    return entities
        .createQuery(SELECT + "m.modseq > :modseq order by m.uid", Object[].class)
        .setParameter("mailbox", mailbox)
        .setParameter("modseq", modseq)
        .getResultList()
        .stream()
        .map(row -> of(row, known))
        .toList();
  }

  private static MessageState of(Object[] row, Map<Kept, MessageFlags> known) {
    Kept kept = new Kept((Integer) row[2], (String) row[3]);
    return new MessageState(
        (Long) row[0],
        (Long) row[1],
        known.computeIfAbsent(kept, k -> MessageFlags.of(k.system(), k.keywords())));
  }
}
