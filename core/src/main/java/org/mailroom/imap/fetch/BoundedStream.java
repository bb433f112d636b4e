package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;

/** So many octets of a stream, or fewer when it has fewer. */
final class BoundedStream extends InputStream {

  private final InputStream in;
  private long left;

  BoundedStream(InputStream in, long size) {
    this.in = in;
    this.left = size;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] octets, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int most = (int) Math.min(count, left);
    int taken = most == 0 ? -1 : in.read(octets, offset, most);
    left -= Math.max(0, taken);
    return taken;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
