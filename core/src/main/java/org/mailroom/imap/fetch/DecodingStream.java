package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;

/** Reads encoded octets with a look ahead, and gives decoded ones. */
abstract class DecodingStream extends InputStream {

  private static final int BUFFER = 16 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  DecodingStream(InputStream in) {
    this.in = in;
  }

  /** The next decoded octet; -1 at the end. */
  abstract int next() throws IOException;

  /**
   * An encoded octet that comes, without reading it; -1 behind the end.
   *
   * @param ahead 0 for the next, up to some thousands
   */
  final int peek(int ahead) throws IOException {
    while (position + ahead >= limit) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
      int count = in.read(buffer, limit, BUFFER - limit);
      if (count < 0) {
        return -1;
      }
      limit += count;
    }
    return buffer[position + ahead] & 0xFF;
  }

  /** Reads an encoded octet; -1 at the end. */
  final int take() throws IOException {
    int octet = peek(0);
    position += octet < 0 ? 0 : 1;
    return octet;
  }

  /** Reads so many encoded octets that were looked at. */
  final void skipSeen(int count) {
    position += count;
  }

  @Override
  public final int read() throws IOException {
    return next();
  }

  @Override
  public final int read(byte[] octets, int offset, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int octet = next();
      if (octet < 0) {
        return done == 0 ? -1 : done;
      }
      octets[offset + done] = (byte) octet;
      done++;
    }
    return done;
  }

  @Override
  public final void close() throws IOException {
    in.close();
  }
}
