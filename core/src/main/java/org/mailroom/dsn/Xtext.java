package org.mailroom.dsn;

import java.nio.charset.StandardCharsets;

/** The {@code xtext} encoding of parameter values (RFC 3461, 4). */
public final class Xtext {

  private static final char[] HEX = "0123456789ABCDEF".toCharArray();

  private Xtext() {}

  /** Encodes text so that it can stand as an esmtp-value. */
  public static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (octet < '!' || octet > '~' || octet == '+' || octet == '=') {
        out.append('+').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
      } else {
        out.append((char) octet);
      }
    }
    return out.toString();
  }

  /**
   * Decodes an esmtp-value.
   *
   * @throws IllegalArgumentException when it is not xtext, or not of plain text in UTF-8
   */
  public static String decode(String xtext) {
    byte[] octets = new byte[xtext.length()];
    int length = 0;
    for (int i = 0; i < xtext.length(); i++) {
      char c = xtext.charAt(i);
      if (c < '!' || c > '~' || c == '=') {
        throw new IllegalArgumentException("A character that xtext doesn't have");
      }
      if (c != '+') {
        octets[length++] = (byte) c;
        continue;
      }
      if (i + 2 >= xtext.length()) {
        throw new IllegalArgumentException("xtext ends in the middle of a +XX");
      }
      octets[length++] = (byte) (digit(xtext.charAt(i + 1)) << 4 | digit(xtext.charAt(i + 2)));
      i += 2;
    }
    String text = new String(octets, 0, length, StandardCharsets.UTF_8);
    if (!PlainText.isPlain(text)) {
      throw new IllegalArgumentException("xtext with a control character, or not UTF-8");
    }
    return text;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
      return c - 'A' + 10;
    }
    throw new IllegalArgumentException("xtext with +XX that is not upper-case hexadecimal");
  }
}
