package org.mailroom.imap.sort;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * The collation i;unicode-casemap (RFC 5051): each character in its title case, all of them
 * decomposed, and then their octets in UTF-8. Only the first 500 characters of a text count.
 */
public final class Casemap {

  private static final int LONGEST = 500;

  private Casemap() {}

  /** What is the same for texts that are the same but for their case. */
  public static String fold(String text) {
    StringBuilder titled = new StringBuilder();
    beginning(text).codePoints().map(Character::toTitleCase).forEach(titled::appendCodePoint);
    return beginning(Normalizer.normalize(titled, Normalizer.Form.NFKD));
  }

  private static String beginning(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /** Octets whose order is that of the texts. */
  static byte[] octets(String text) {
    return fold(text).getBytes(StandardCharsets.UTF_8);
  }
}
