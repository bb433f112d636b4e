package org.mailroom.imap.sort;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The collation i;unicode-casemap (RFC 5051): each character in its title case, all of them
 * decomposed, and then their octets in UTF-8. Only the first 1000 characters of a text count.
 */
public final class Casemap {

  private static final int LONGEST = 1000;

  private Casemap() {}

  /** What is the same for texts that are the same but for their case. */
  public static String fold(String text) {
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    StringBuilder titled = new StringBuilder(beginning.length());
    beginning.codePoints().map(Character::toTitleCase).forEach(titled::appendCodePoint);
    return Normalizer.normalize(titled, Normalizer.Form.NFKD);
  }

  /** Octets whose order is that of the texts. */
  static byte[] octets(String text) {
    return fold(text).getBytes(StandardCharsets.UTF_8);
  }
}
