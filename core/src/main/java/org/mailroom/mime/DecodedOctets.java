package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;

/** A stream whose octets are made one by one from those of another. For one thread. */
final class DecodedOctets extends InputStream {

  private static final int BUFFER = 8 * 1024;

  /** Makes the octets. */
  @FunctionalInterface
  interface Decoding {
    /** The next one, or -1, from as many {@link #encoded} ones as it takes. */
    int next(DecodedOctets in) throws IOException;
  }

  private final InputStream in;
  private final Decoding decoding;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;

  DecodedOctets(InputStream in, Decoding decoding) {
    this.in = in;
    this.decoding = decoding;
  }

  @Override
  public int read() throws IOException {
    return decoding.next(this);
  }

  @Override
  public int read(byte[] octets, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int octet = decoding.next(this);
      if (octet < 0) {
        return count == 0 ? -1 : count;
      }
      octets[offset + count++] = (byte) octet;
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** The next octet of the other stream, or -1. */
  int encoded() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(buffer, 0, BUFFER));
      position = 0;
    }
    return position == limit ? -1 : buffer[position++] & 0xFF;
  }
}
