package org.mailroom.srs;

/** Numbers as letters and digits (RFC 4648, 6), the same in either case. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  /** The lowest bits of a number, in {@code length} digits. */
  static String encode(long number, int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int shift = BITS * (length - 1); shift >= 0; shift -= BITS) {
      digits.append(ALPHABET.charAt((int) (number >>> shift & 0x1F)));
    }
    return digits.toString();
  }

  /** The number, or -1 when a character is no digit. */
  static long decode(String digits) {
    long number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = ALPHABET.indexOf(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
      if (digit < 0) {
        return -1;
      }
      number = number << BITS | digit;
    }
    return number;
  }
}
