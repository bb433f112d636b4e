package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.NumberSet;

/**
 * Messages of a mailbox by UID, some hundreds at a time; between them nothing in the database is
 * held. For one thread.
 */
public final class MessageBatches {

  private static final int MOST = 256;

  private final Database database;
  private final long mailbox;
  private final Deque<UidPiece> pieces;
  private long from;

  MessageBatches(Database database, long mailbox, NumberSet uids) {
    this.database = database;
    this.mailbox = mailbox;
    this.pieces = new ArrayDeque<>(UidPiece.of(uids));
  }

  /**
   * The next ones; none when there are no more.
   *
   * @throws MailboxRefusedException NONEXISTENT when the mailbox was deleted
   * @throws DatabaseException when the database doesn't answer
   */
  public List<MessageRow> next() {
    return database.read(this::next);
  }

  private List<MessageRow> next(EntityManager entities) {
    if (entities.find(Mailbox.class, mailbox) == null) {
      throw MailboxRefusedException.nonexistent();
    }
    List<MessageRow> rows = List.of();
    while (rows.isEmpty() && !pieces.isEmpty()) {
      rows = next(entities, pieces.peek());
      if (rows.size() < MOST) {
        pieces.remove();
      } else {
        from = rows.get(rows.size() - 1).uid() + 1;
      }
    }
    return rows;
  }

  private List<MessageRow> next(EntityManager entities, UidPiece piece) {
    String query =
        MessageRow.SELECT
            + " where m.mailboxId = :mailbox and m.uid >= :from and "
            + piece.where("m.uid")
            + " order by m.uid";
    return piece
        .bind(entities.createQuery(query, Object[].class))
        .setParameter("mailbox", mailbox)
        .setParameter("from", from)
        .setMaxResults(MOST)
        .getResultList()
        .stream()
        .map(columns -> new MessageRow(database, columns))
        .toList();
  }
}
