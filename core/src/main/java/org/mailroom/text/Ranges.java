package org.mailroom.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ranges of a message, each behind the one before. What is between is skipped, when it is short in
 * the stream that is open, else by opening another. For one thread.
 */
final class Ranges implements AutoCloseable {

  /** About what a store reads at once. */
  private static final long SHORT = 256L * 1024;

  private static final int PIECE = 8 * 1024;

  private final MessageOctets message;
  private InputStream in = InputStream.nullInputStream();
  private long position = -SHORT;

  Ranges(MessageOctets message) {
    this.message = message;
  }

  /** A range; the one before is over. */
  InputStream open(long start, long end) throws IOException {
    if (start < position || start - position >= SHORT) {
      in.close();
      in = message.open(start);
      position = start;
    }
    skipTo(start);
    return new Range(end);
  }

  private void skipTo(long start) throws IOException {
    byte[] skipped = new byte[(int) Math.min(PIECE, start - position)];
    int count = 0;
    while (position < start && count >= 0) {
      count = read(skipped, 0, (int) Math.min(skipped.length, start - position));
    }
  }

  private int read(byte[] octets, int offset, int length) throws IOException {
    int count = in.read(octets, offset, length);
    position += Math.max(0, count);
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private final class Range extends InputStream {

    private final long end;

    Range(long end) {
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] octets, int offset, int length) throws IOException {
      if (position >= end) {
        return -1;
      }
      return Ranges.this.read(octets, offset, (int) Math.min(length, end - position));
    }
  }
}
