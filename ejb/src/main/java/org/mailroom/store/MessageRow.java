package org.mailroom.store;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mime.MimeStructure;
import org.mailroom.mime.StructureText;

/** A message of a mailbox and its content. For one thread. */
public final class MessageRow {

  private final Database database;
  private final long mailbox;
  private final MessageSummary summary;
  private final ContentRow content;
  private Optional<Trace> trace;
  private Optional<byte[]> firstChunk = Optional.empty();
  private Optional<StructureText> text;
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
          text()
              .map(text -> text.parse().after(traceSize()))
              .orElseGet(() -> MimeStructure.unread(size()));
    }
    return structure;
  }

  /**
   * The values of the fields of this name, in lower case, that its structure has of its header.
   *
   * @throws DatabaseException as {@link #structure}
   */
  public List<String> fields(String name) {
    return text().map(known -> known.values(name)).orElse(List.of());
  }

  /**
   * The fields of these names, in lower case, as they stand in its header, and an empty line; empty
   * when only its octets tell.
   *
   * @throws DatabaseException as {@link #structure}
   */
  public Optional<byte[]> header(Set<String> names) {
    return tells(names) ? text().map(known -> known.header(names)) : Optional.empty();
  }

  /** True when its octets need not be read for these fields. */
  boolean tells(Set<String> names) {
    return (traceSize() == 0 || Collections.disjoint(names, Trace.NAMES))
        && text().filter(known -> known.tells(names)).isPresent();
  }

  /** What FETCH says as its ENVELOPE; empty when it was not read, or isn't kept. */
  public Optional<byte[]> envelope() {
    return content.envelope();
  }

  /** What FETCH says as its BODYSTRUCTURE; empty when it was not read, or isn't kept. */
  public Optional<byte[]> bodyStructure() {
    return content.bodyStructure();
  }

  /** The day on which it was sent; empty when nobody has looked. */
  public Optional<LocalDate> sentOn() {
    return summary.sentOn();
  }

  private Optional<StructureText> text() {
    if (text == null) {
      text = content.structure().or(this::readStructure);
    }
    return text;
  }

  /** Empty when the message has been deleted. */
  private Optional<StructureText> readStructure() {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select c from MessageContent c where c.id = :id", MessageContent.class)
                .setParameter("id", content.id())
                .getResultStream()
                .findAny()
                .map(MessageContent::structureText));
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

  /** Octets that were read of it. */
  long octetsRead() {
    return content.octetsRead() + firstChunk.map(chunk -> (long) chunk.length).orElse(0L);
  }

  /** The content. */
  ContentRow content() {
    return content;
  }
}
