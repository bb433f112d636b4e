package org.mailroom.it.peer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads lines that end in CRLF and nothing else. A CR or LF that stands alone is part of the line,
 * and a violation.
 */
final class CrlfReader {

  private final InputStream in;
  private final Consumer<String> violations;
  private final byte[] buffer = new byte[64 * 1024];
  private int position;
  private int limit;

  CrlfReader(InputStream in, Consumer<String> violations) {
    this.in = in;
    this.violations = violations;
  }

  /**
   * The next line without its CRLF.
   *
   * @throws EOFException at the end of the stream, even in the middle of a line
   */
  byte[] readLine() throws IOException {
    byte[] line = new byte[0];
    while (true) {
      if (position == limit) {
        fill();
      }
      int end = indexOfLf();
      int stop = end < 0 ? limit : end + 1;
      line = append(line, stop);
      if (end >= 0 && line.length >= 2 && line[line.length - 2] == '\r') {
        byte[] text = Arrays.copyOf(line, line.length - 2);
        lookForBareCr(text);
        return text;
      }
      if (end >= 0) {
        violations.accept("a bare LF");
      }
    }
  }

  private void fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    if (limit == 0) {
      throw new EOFException("the peer closed the connection");
    }
  }

  private int indexOfLf() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private byte[] append(byte[] line, int stop) {
    int length = line.length;
    byte[] longer = Arrays.copyOf(line, length + stop - position);
    System.arraycopy(buffer, position, longer, length, stop - position);
    position = stop;
    return longer;
  }

  private void lookForBareCr(byte[] text) {
    for (byte octet : text) {
      if (octet == '\r') {
        violations.accept("a bare CR");
        return;
      }
    }
  }
}
