package org.mailroom.mime;

import java.io.IOException;
import java.util.Arrays;

/**
 * The octets behind quoted-printable (RFC 2045, 6.7). Spaces at the end of a line are dropped; a
 * {@code =} that neither two hexadecimal digits nor a line end follow stays.
 */
final class QuotedPrintableDecoding implements DecodedOctets.Decoding {

  /** Spaces in a row that may be at the end of a line; more are none of the encoding's. */
  private static final int MOST_SPACES = 1024;

  private static final int NOTHING = -2;

  private byte[] ready = new byte[4];
  private int readyAt;
  private int readyEnd;
  private int back = NOTHING;

  @Override
  public int next(DecodedOctets in) throws IOException {
    while (readyAt == readyEnd) {
      readyAt = 0;
      readyEnd = 0;
      int c = read(in);
      if (c < 0) {
        return -1;
      }
      if (c == '=') {
        escape(in);
      } else if (isSpace(c)) {
        spaces(in, c, false);
      } else {
        return c;
      }
    }
    return ready[readyAt++] & 0xFF;
  }

  private void escape(DecodedOctets in) throws IOException {
    int first = read(in);
    int high = Character.digit(first, 16);
    if (high >= 0) {
      int second = read(in);
      int low = Character.digit(second, 16);
      if (low >= 0) {
        add(high << 4 | low);
      } else {
        add('=');
        add(first);
        back = second;
      }
    } else if (isSpace(first)) {
      add('=');
      spaces(in, first, true);
    } else if (isLineEnd(first)) {
      passLineEnd(in, first);
    } else {
      add('=');
      back = first;
    }
  }

  /** Spaces, which are dropped at the end of a line; that is dropped too when it is a soft one. */
  private void spaces(DecodedOctets in, int first, boolean soft) throws IOException {
    int c = first;
    while (isSpace(c) && readyEnd < MOST_SPACES) {
      add(c);
      c = read(in);
    }
    if (isLineEnd(c)) {
      readyEnd = 0;
    }
    if (isLineEnd(c) && soft) {
      passLineEnd(in, c);
    } else {
      back = c;
    }
  }

  private void passLineEnd(DecodedOctets in, int first) throws IOException {
    if (first == '\r') {
      int second = read(in);
      back = second == '\n' ? NOTHING : second;
    }
  }

  private void add(int octet) {
    if (readyEnd == ready.length) {
      ready = Arrays.copyOf(ready, 2 * readyEnd);
    }
    ready[readyEnd++] = (byte) octet;
  }

  private int read(DecodedOctets in) throws IOException {
    if (back == NOTHING) {
      return in.encoded();
    }
    int c = back;
    back = NOTHING;
    return c;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isLineEnd(int c) {
    return c == '\r' || c == '\n' || c == -1;
  }
}
