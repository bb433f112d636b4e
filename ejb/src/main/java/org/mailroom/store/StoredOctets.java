package org.mailroom.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

/**
 * A message as a stream, from any octet on; each chunk is asked for when it is reached, and nothing
 * is held open. It ends where the message does, or with an exception.
 */
final class StoredOctets extends InputStream {

  private final Database database;
  private final long contentId;
  private final Optional<byte[]> firstChunk;
  private byte[] piece;
  private int at;
  private int next;
  private int skipped;
  private long left;

  /**
   * The message from its first octet.
   *
   * @param size octets of the content
   */
  StoredOctets(Database database, Trace trace, long contentId, long size) {
    this(database, trace, contentId, size, Optional.empty(), 0);
  }

  /**
   * The message from an offset; no chunk before it is read.
   *
   * @param size octets of the content
   * @param firstChunk of the content, when it is known
   * @param offset 0 to the size of trace and content
   */
  StoredOctets(
      Database database,
      Trace trace,
      long contentId,
      long size,
      Optional<byte[]> firstChunk,
      long offset) {
    this.database = database;
    this.contentId = contentId;
    this.firstChunk = firstChunk;
    this.piece = trace.octets();
    Objects.checkIndex(offset, piece.length + size + 1);
    this.at = (int) Math.min(offset, piece.length);
    long inContent = offset - at;
    this.next = (int) (inContent / ContentChunk.SIZE);
    this.skipped = (int) (inContent % ContentChunk.SIZE);
    this.left = size - (long) next * ContentChunk.SIZE;
  }

  @Override
  public int read() throws IOException {
    return hasMore() ? piece[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    if (length == 0) {
      return 0;
    }
    if (!hasMore()) {
      return -1;
    }
    int some = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, some);
    at += some;
    return some;
  }

  private boolean hasMore() throws IOException {
    while (at == piece.length && left > 0) {
      piece = next == 0 && firstChunk.isPresent() ? firstChunk.get() : chunk(next);
      left -= piece.length;
      at = Math.min(skipped, piece.length);
      skipped = 0;
      next++;
    }
    return at < piece.length;
  }

  private byte[] chunk(int number) throws IOException {
    ContentChunk.Key key = new ContentChunk.Key(contentId, number);
    try {
      ContentChunk chunk = database.read(entities -> entities.find(ContentChunk.class, key));
      if (chunk == null) {
        throw new MessageGoneException();
      }
      return chunk.octets();
    } catch (DatabaseException e) {
      throw new IOException("The message can't be read: " + e.getMessage(), e);
    }
  }
}
