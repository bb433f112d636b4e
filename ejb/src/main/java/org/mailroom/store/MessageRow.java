package org.mailroom.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;

/** A message of a mailbox and its content. For one thread. */
public final class MessageRow {

  /** A large structure is read when it is asked for. */
  static final String SELECT =
      "select m.uid, m.modseq, m.flags, m.keywords, m.internalDate, m.size, m.trace, c.id, c.size,"
          + " case when length(c.structure) <= 16384 then c.structure else null end"
          + " from StoredMessage m join m.content c";

  private final Database database;
  private final Object[] columns;
  private MimeStructure structure;
  private byte[] firstChunk;

  MessageRow(Database database, Object[] columns) {
    this.database = database;
    this.columns = columns;
  }

  /** Its UID. */
  public long uid() {
    return (Long) columns[0];
  }

  /** Of its last change. */
  public long modseq() {
    return (Long) columns[1];
  }

  /** Its flags. */
  public MessageFlags flags() {
    return MessageFlags.of((Integer) columns[2], (String) columns[3]);
  }

  /** When it came. */
  public Instant internalDate() {
    return (Instant) columns[4];
  }

  /** Octets of trace and content. */
  public long size() {
    return (Long) columns[5];
  }

  /**
   * Envelope and body structure; offsets count from the first octet of the trace.
   *
   * @throws DatabaseException when it has to be read and the database doesn't answer
   */
  public MimeStructure structure() {
    if (structure == null) {
      String text = columns[9] != null ? (String) columns[9] : readStructure();
      structure =
          text == null
              ? MimeStructure.unread(size())
              : MimeStructure.parse(text).after(trace().size());
    }
    return structure;
  }

  /** Null when the message has been deleted. */
  private String readStructure() {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select c.structure from MessageContent c where c.id = :id", String.class)
                .setParameter("id", contentId())
                .getResultStream()
                .findAny()
                .orElse(null));
  }

  /**
   * Its octets, trace and content; one chunk of it is in memory.
   *
   * @param offset of the first, 0 to the size
   */
  public InputStream open(long offset) {
    return new StoredOctets(
        database, trace(), contentId(), contentSize(), Optional.ofNullable(firstChunk), offset);
  }

  private Trace trace() {
    return new Trace((String) columns[6]);
  }

  /** The first chunk of the content has been read. */
  void take(byte[] chunk) {
    firstChunk = chunk;
  }

  /** Octets of the content. */
  long contentSize() {
    return (Long) columns[8];
  }

  long contentId() {
    return (Long) columns[7];
  }
}
