package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Base64 (RFC 2045, 6.8). What isn't of its alphabet is passed over; behind padding another text
 * may begin; bits that make no octet are dropped.
 */
final class Base64Stream extends DecodingStream {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private static final byte[] VALUES = values();

  private int bits;
  private int count;

  Base64Stream(InputStream in) {
    super(in);
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  @Override
  int next() throws IOException {
    for (int c = take(); c >= 0; c = take()) {
      int value = VALUES[c];
      if (c == '=') {
        count = 0;
      } else if (value >= 0) {
        bits = (bits << 6 | value) & 0x3FFF;
        count += 6;
        if (count >= 8) {
          count -= 8;
          return bits >> count & 0xFF;
        }
      }
    }
    return -1;
  }
}
