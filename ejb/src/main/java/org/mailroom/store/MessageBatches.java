package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.NumberSet;

/**
 * Messages of a mailbox by UID, some hundreds at a time; between them nothing in the database is
 * held. For one thread.
 */
public final class MessageBatches {

  private static final int MOST = 256;

  /** Messages at a time whose octets are read with them. */
  private static final int MOST_WITH_OCTETS = 64;

  /** Contents of so many octets are read with their messages. */
  private static final long SMALL = 32 * 1024;

  private final Database database;
  private final long mailbox;
  private final Deque<UidPiece> pieces;
  private final boolean withOctets;
  private final int most;
  private long from;

  /**
   * Messages of a mailbox.
   *
   * @param withOctets when the octets of each will be asked for
   */
  MessageBatches(Database database, long mailbox, NumberSet uids, boolean withOctets) {
    this.withOctets = withOctets;
    this.most = withOctets ? MOST_WITH_OCTETS : MOST;
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
      if (rows.size() < most) {
        pieces.remove();
      } else {
        from = rows.get(rows.size() - 1).uid() + 1;
      }
    }
    if (withOctets) {
      readOctets(entities, rows);
    }
    return rows;
  }

  private static void readOctets(EntityManager entities, List<MessageRow> rows) {
    List<Long> small =
        rows.stream()
            .filter(row -> row.contentSize() <= SMALL)
            .map(MessageRow::contentId)
            .distinct()
            .toList();
    if (small.isEmpty()) {
      return;
    }
    Map<Long, byte[]> chunks = new HashMap<>();
    entities
        .createQuery(
            "select k.contentId, k.octets from ContentChunk k"
                + " where k.number = 0 and k.contentId in (:contents)",
            Object[].class)
        .setParameter("contents", small)
        .getResultList()
        .forEach(chunk -> chunks.put((Long) chunk[0], (byte[]) chunk[1]));
    rows.forEach(row -> row.take(chunks.get(row.contentId())));
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
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(columns -> new MessageRow(database, columns))
        .toList();
  }
}
