package org.mailroom.session;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Answers that wait until the client has nothing more to be read: one write for all of them. Small,
 * since thousands of sessions wait; what is large is written at once.
 */
final class SessionOutput {

  private static final int SMALL = 512;
  private static final int LARGE = 4 * 1024;
  private static final int ENOUGH = 32 * 1024;

  private final OutputStream out;
  private byte[] octets = new byte[SMALL];
  private int length;

  SessionOutput(OutputStream out) {
    this.out = out;
  }

  void add(byte[] from, int offset, int count) throws IOException {
    if (length + count > ENOUGH) {
      flush();
      if (count > ENOUGH) {
        out.write(from, offset, count);
        return;
      }
    }
    if (octets.length - length < count) {
      octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + count));
    }
    System.arraycopy(from, offset, octets, length, count);
    length += count;
  }

  void flush() throws IOException {
    if (length > 0) {
      out.write(octets, 0, length);
      length = 0;
    }
  }

  /** Goes back to a small buffer, when a large answer is over. */
  void shrink() {
    if (octets.length > LARGE && length == 0) {
      octets = new byte[SMALL];
    }
  }
}
