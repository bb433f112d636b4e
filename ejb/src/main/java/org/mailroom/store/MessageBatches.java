package org.mailroom.store;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.database.Ahead;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

/**
 * Messages of a mailbox by UID, some hundreds at a time, of which the next are read ahead; between
 * them nothing in the database is held. For one thread.
 */
public final class MessageBatches {

  /** Messages at a time whose octets are read with them. */
  private static final int MOST_WITH_OCTETS = 128;

  /** Contents of so many octets are read with their messages. */
  private static final long SMALL = 32 * 1024;

  private final Database database;
  private final long mailbox;
  private final List<MessageSummary> messages;
  private final Reading reading;
  private final BatchSize size = new BatchSize();
  private int next;
  private Optional<Ahead<List<MessageRow>>> ahead = Optional.empty();

  /** Messages of a mailbox. */
  MessageBatches(Database database, long mailbox, List<MessageSummary> messages, Reading reading) {
    this.database = database;
    this.mailbox = mailbox;
    this.messages = messages;
    this.reading = reading;
  }

  /**
   * The next ones that are there still; none when there are no more.
   *
   * @throws DatabaseException when the database doesn't answer
   */
  public List<MessageRow> next() {
    List<MessageRow> rows = ahead.map(Ahead::take).orElseGet(this::read);
    ahead = next < messages.size() ? Optional.of(database.readAhead(this::read)) : Optional.empty();
    return rows;
  }

  /** The next ones, of which the size of those after them is learnt. */
  private List<MessageRow> read() {
    List<MessageRow> rows = List.of();
    while (rows.isEmpty() && next < messages.size()) {
      int end = Math.min(messages.size(), next + size.next());
      List<MessageSummary> some = messages.subList(next, end);
      rows = database.read(entities -> read(some, entities));
      size.came(rows.size(), rows.stream().mapToLong(MessageRow::octetsRead).sum());
    }
    return rows;
  }

  /** Reads some of these, the first ones, and all that is wanted of them. */
  private List<MessageRow> read(List<MessageSummary> some, EntityManager entities) {
    List<Long> ids = some.stream().map(MessageSummary::contentId).distinct().sorted().toList();
    Map<Long, ContentRow> contents = ContentRow.read(ids, reading, entities);
    List<MessageRow> rows = new ArrayList<>(some.size());
    List<MessageRow> withOctets = new ArrayList<>();
    int taken = 0;
    while (taken < some.size() && withOctets.size() < MOST_WITH_OCTETS) {
      MessageSummary message = some.get(taken);
      ContentRow content = contents.get(message.contentId());
      if (content != null) {
        MessageRow row = new MessageRow(database, mailbox, message, content);
        rows.add(row);
        if (reading.wantsOctets(row)) {
          withOctets.add(row);
        }
      }
      taken++;
    }
    next += taken;
    readTraces(withOctets, entities);
    readChunks(withOctets, entities);
    return rows;
  }

  private void readTraces(List<MessageRow> rows, EntityManager entities) {
    List<Long> uids =
        rows.stream().filter(row -> row.traceSize() > 0).map(MessageRow::uid).toList();
    if (uids.isEmpty()) {
      return;
    }
    Map<Long, Trace> traces = Trace.of(mailbox, uids, entities);
    rows.forEach(row -> row.take(traces.getOrDefault(row.uid(), Trace.NONE)));
  }

  private static void readChunks(List<MessageRow> rows, EntityManager entities) {
    List<Long> small =
        rows.stream()
            .map(MessageRow::content)
            .filter(content -> content.size() <= SMALL)
            .map(ContentRow::id)
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
    rows.forEach(row -> row.take(chunks.get(row.content().id())));
  }
}
