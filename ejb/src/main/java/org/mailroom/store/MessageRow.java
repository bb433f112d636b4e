package org.mailroom.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;

/** A message of a mailbox and its content. For one thread. */
public final class MessageRow {

  private final Database database;
  private final long mailbox;
  private final MessageSummary summary;
  private final ContentRow content;
  private Optional<Trace> trace;
  private Optional<byte[]> firstChunk = Optional.empty();
  private MimeStructure structure;

  MessageRow(Database database, long mailbox, MessageSummary summary, ContentRow content) {
    this.database = database;
    this.mailbox = mailbox;
    this.summary = summary;
    this.content = content;
    this.trace = traceSize() == 0 ? Optional.of(Trace.NONE) : Optional.empty();
  }

  /** Its UID. */
  public long uid() {
    return summary.uid();
  }

  /** Of its last change. */
  public long modseq() {
    return summary.modseq();
  }

  /** Its flags. */
  public MessageFlags flags() {
    return summary.flags();
  }

  /** When it came. */
  public Instant internalDate() {
    return summary.internalDate();
  }

  /** Octets of trace and content. */
  public long size() {
    return summary.size();
  }

  /**
   * Envelope and body structure; offsets count from the first octet of the trace.
   *
   * @throws DatabaseException when it has to be read and the database doesn't answer
   */
  public MimeStructure structure() {
    if (structure == null) {
      structure =
          content
              .structure()
              .or(this::readStructure)
              .map(text -> MimeStructure.parse(text).after(traceSize()))
              .orElseGet(() -> MimeStructure.unread(size()));
    }
    return structure;
  }

  /** Empty when the message has been deleted. */
  private Optional<String> readStructure() {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select c.structure from MessageContent c where c.id = :id", String.class)
                .setParameter("id", content.id())
                .getResultStream()
                .findAny());
  }

  /**
   * Its octets, trace and content; one chunk of it is in memory.
   *
   * @param offset of the first, 0 to the size
   * @throws DatabaseException when the trace has to be read and the database doesn't answer
   */
  public InputStream open(long offset) {
    return new StoredOctets(database, trace(), content.id(), content.size(), firstChunk, offset);
  }

  /** One that has been deleted meanwhile has none, and ends too early. */
  private Trace trace() {
    if (trace.isEmpty()) {
      trace =
          Optional.of(
              database
                  .read(entities -> Trace.of(mailbox, List.of(uid()), entities))
                  .getOrDefault(uid(), Trace.NONE));
    }
    return trace.get();
  }

  /** Octets in front of the content. */
  long traceSize() {
    return summary.size() - content.size();
  }

  /** The trace has been read. */
  void take(Trace known) {
    trace = Optional.of(known);
  }

  /** The first chunk of the content has been read. */
  void take(byte[] chunk) {
    firstChunk = Optional.ofNullable(chunk);
  }

  /** The content. */
  ContentRow content() {
    return content;
  }
}
