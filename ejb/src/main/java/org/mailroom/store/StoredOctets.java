package org.mailroom.store;

import java.io.InputStream;
import java.util.Objects;
import org.mailroom.database.Database;

/** A message as a stream; each chunk is asked for when it is reached, and nothing is held open. */
final class StoredOctets extends InputStream {

  private final Database database;
  private final long contentId;
  private byte[] piece;
  private int at;
  private int next;
  private boolean ended;

  StoredOctets(Database database, Trace trace, long contentId) {
    this.database = database;
    this.contentId = contentId;
    this.piece = trace.octets();
  }

  @Override
  public int read() {
    return hasMore() ? piece[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
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

  private boolean hasMore() {
    while (at == piece.length && !ended) {
      ContentChunk.Key key = new ContentChunk.Key(contentId, next);
      ContentChunk chunk = database.read(entities -> entities.find(ContentChunk.class, key));
      ended = chunk == null;
      piece = ended ? new byte[0] : chunk.octets();
      at = 0;
      next++;
    }
    return at < piece.length;
  }
}
