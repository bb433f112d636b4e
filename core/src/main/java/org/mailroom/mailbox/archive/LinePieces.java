package org.mailroom.mailbox.archive;

import java.io.IOException;
import java.io.InputStream;

/** A file by its lines, which LF or CRLF ends. A long line comes in several pieces. */
final class LinePieces {

  /** Octets of a piece. */
  static final int LONGEST = 8 * 1024;

  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] piece = new byte[LONGEST];
  private int position;
  private int limit;
  private int length;
  private boolean begins;
  private boolean ends = true;
  private boolean heldCr;

  LinePieces(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next piece; false when there is none. */
  boolean next() throws IOException {
    int octet = heldCr ? '\r' : read();
    length = 0;
    if (octet < 0) {
      return false;
    }
    begins = ends;
    ends = false;
    heldCr = false;
    while (octet >= 0) {
      if (octet == '\n') {
        ends = true;
        length -= length > 0 && piece[length - 1] == '\r' ? 1 : 0;
        return true;
      }
      piece[length++] = (byte) octet;
      if (length == LONGEST) {
        heldCr = octet == '\r';
        length -= heldCr ? 1 : 0;
        return true;
      }
      octet = read();
    }
    return true;
  }

  /** True when it is the beginning of a line. */
  boolean begins() {
    return begins;
  }

  /**
   * True when it is the end of a line. Where there are no more pieces, false when the last line has
   * no end.
   */
  boolean ends() {
    return ends;
  }

  /** Its octets, without the line end. */
  byte[] octets() {
    return piece;
  }

  /** How many there are. */
  int length() {
    return length;
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(buffer, 0, BUFFER));
      position = 0;
      if (limit == 0) {
        return -1;
      }
    }
    return buffer[position++] & 0xFF;
  }
}
