package org.mailroom.it.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads lines from a connection, fast: the octets of a line stay where they are. */
final class SinkLines {

  private final InputStream in;
  private byte[] buffer = new byte[32 * 1024];
  private int start;
  private int limit;
  private int end;

  SinkLines(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next line, which ends in LF.
   *
   * @throws EOFException at the end of the stream
   */
  void next() throws IOException {
    start = end;
    int from = start;
    while (true) {
      for (int i = from; i < limit; i++) {
        if (buffer[i] == '\n') {
          end = i + 1;
          return;
        }
      }
      from = fill();
    }
  }

  /** Where the line begins in {@link #octets}. */
  int start() {
    return start;
  }

  /** Octets of the line with its line end. */
  int length() {
    return end - start;
  }

  byte[] octets() {
    return buffer;
  }

  /** The line without its end. */
  String text() {
    String text = new String(buffer, start, length(), java.nio.charset.StandardCharsets.ISO_8859_1);
    return text.stripTrailing();
  }

  boolean isDot() {
    return length() == 3 && buffer[start] == '.' && buffer[start + 1] == '\r';
  }

  boolean isEmpty() {
    return length() == 2 && buffer[start] == '\r';
  }

  /** Reads more behind what is there; where that begins. */
  private int fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      start = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      throw new EOFException();
    }
    int from = limit;
    limit += read;
    return from;
  }
}
