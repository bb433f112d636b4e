package org.mailroom.mime;

import java.io.IOException;
import java.util.Arrays;

/**
 * The octets behind base64 (RFC 2045, 6.8). Characters outside its alphabet are passed over; behind
 * {@code =} it begins anew, so that several texts in a row are read all; what is less than an octet
 * at the end is lost.
 */
final class Base64Decoding implements DecodedOctets.Decoding {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte NONE = -1;
  private static final byte[] VALUES = values();

  private int bits;
  private int count;

  @Override
  public int next(DecodedOctets in) throws IOException {
    while (count < 8) {
      int c = in.encoded();
      if (c < 0) {
        return -1;
      }
      if (c == '=') {
        count = 0;
      } else if (VALUES[c] != NONE) {
        bits = (bits & 0xFF) << 6 | VALUES[c];
        count += 6;
      }
    }
    count -= 8;
    return bits >> count & 0xFF;
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, NONE);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
