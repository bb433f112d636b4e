package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;

/**
 * Quoted-printable (RFC 2045, 6.7). An escape that is none stays as it is; spaces in front of a
 * line end are dropped, up to some hundreds of them.
 */
final class QuotedPrintableStream extends DecodingStream {

  private static final int MOST_SPACES = 1000;

  private int plain;

  QuotedPrintableStream(InputStream in) {
    super(in);
  }

  @Override
  int next() throws IOException {
    while (plain == 0) {
      int c = peek(0);
      if (c == '=') {
        int octet = escaped();
        if (octet >= 0) {
          return octet;
        }
      } else if (isSpace(c)) {
        int spaces = spaces(0);
        if (isLineEnd(peek(spaces))) {
          skipSeen(spaces);
        } else {
          plain = spaces;
        }
      } else {
        return take();
      }
    }
    plain--;
    return take();
  }

  /** The octet that comes; -1 when it was a line end that is none. */
  private int escaped() throws IOException {
    int high = Character.digit(peek(1), 16);
    int low = Character.digit(peek(2), 16);
    if (high >= 0 && low >= 0) {
      skipSeen(3);
      return high << 4 | low;
    }
    int end = 1 + spaces(1);
    if (!isLineEnd(peek(end))) {
      return take();
    }
    int lineEnd = peek(end) == '\r' && peek(end + 1) == '\n' ? 2 : 1;
    skipSeen(peek(end) < 0 ? end : end + lineEnd);
    return -1;
  }

  /** How many spaces come. */
  private int spaces(int ahead) throws IOException {
    int count = 0;
    while (count < MOST_SPACES && isSpace(peek(ahead + count))) {
      count++;
    }
    return count;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineEnd(int c) {
    return c == '\r' || c == '\n' || c < 0;
  }
}
