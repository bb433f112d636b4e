package org.mailroom.sasl;

import java.text.Normalizer;

/**
 * Names and passwords in the one form that both sides compute with (SASLprep, RFC 4013): spaces of
 * all kinds become SPACE, what nobody sees goes, the rest is normalised (NFKC). The rules about
 * writing from right to left are not checked: a server that does so refuses the name itself.
 */
public final class PreparedText {

  private PreparedText() {}

  /** That form of a name or password. */
  public static String of(String text) {
    StringBuilder mapped = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isMappedToNothing(c))
        .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
        .forEach(mapped::appendCodePoint);
    return Normalizer.normalize(mapped, Normalizer.Form.NFKC);
  }

  /** RFC 3454, table B.1. */
  private static boolean isMappedToNothing(int c) {
    return c == 0x00AD
        || c == 0x034F
        || c == 0x1806
        || c >= 0x180B && c <= 0x180D
        || c >= 0x200B && c <= 0x200D
        || c == 0x2060
        || c >= 0xFE00 && c <= 0xFE0F
        || c == 0xFEFF;
  }
}
