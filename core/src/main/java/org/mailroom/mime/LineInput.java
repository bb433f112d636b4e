package org.mailroom.mime;

import java.io.IOException;
import java.io.InputStream;

/** A stream, line by line. Of a long line only the beginning is kept. */
final class LineInput {

  private static final int KEPT = 8 * 1024;
  private static final int BUFFER = 32 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private final byte[] line = new byte[KEPT];
  private int position;
  private int limit;
  private int length;
  private long start;
  private long end;
  private long textEnd;

  LineInput(InputStream in) {
    this.in = in;
  }

  /** Goes on to the next line; false when there is none. */
  boolean next() throws IOException {
    start = end;
    textEnd = start;
    length = 0;
    int before = -1;
    int octet = read();
    while (octet >= 0) {
      end++;
      if (octet == '\n') {
        textEnd = before == '\r' ? end - 2 : end - 1;
        length = (int) Math.min(length, textEnd - start);
        return true;
      }
      if (length < KEPT) {
        line[length++] = (byte) octet;
      }
      before = octet;
      octet = read();
    }
    textEnd = end;
    return end > start;
  }

  /** Offset of its first octet. */
  long start() {
    return start;
  }

  /** Offset behind its line end. */
  long end() {
    return end;
  }

  /** Offset of its line end. */
  long textEnd() {
    return textEnd;
  }

  /** The beginning of it, 8 KiB at most. */
  byte[] octets() {
    return line;
  }

  /** How many octets of it there are in {@link #octets}. */
  int length() {
    return length;
  }

  private int read() throws IOException {
    if (position == limit) {
      limit = in.read(buffer, 0, BUFFER);
      position = 0;
      if (limit <= 0) {
        limit = 0;
        return -1;
      }
    }
    return buffer[position++] & 0xFF;
  }
}
