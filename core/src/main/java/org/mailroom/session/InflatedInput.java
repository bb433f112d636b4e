package org.mailroom.session;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a client sends deflated (RFC 1951), as it was. It ends where the client's stream does, and
 * before what isn't deflated. However small what is sent, no more is made of it than is asked for.
 */
final class InflatedInput extends InputStream {

  private static final int PIECE = 4 * 1024;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final byte[] deflated = new byte[PIECE];

  /**
   * Begins.
   *
   * @param first octets that were read already
   */
  InflatedInput(byte[] first, InputStream in) {
    this.in = in;
    inflater.setInput(first);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      int count = inflater.inflate(octets, offset, length);
      while (count == 0 && !inflater.finished() && readMore()) {
        count = inflater.inflate(octets, offset, length);
      }
      return count == 0 ? -1 : count;
    } catch (DataFormatException e) {
      return -1;
    }
  }

  private boolean readMore() throws IOException {
    int count = in.read(deflated);
    inflater.setInput(deflated, 0, Math.max(0, count));
    return count >= 0;
  }

  /** Gives memory back that is not the heap's. The stream below stays open. */
  @Override
  public void close() {
    inflater.end();
  }
}
