package org.mailroom.text;

import java.text.Normalizer;

/**
 * Makes texts the same that are the same to a reader (NFKC, one case, one space for any run of
 * them), piece by piece. For one text.
 */
final class Folding {

  private static final char SPACE = ' ';

  private boolean afterSpace;

  /** A whole text. */
  static String fold(String text) {
    return new Folding().next(text);
  }

  /** True for a text of ASCII alone. */
  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** What a character of ASCII becomes, but that of many spaces only the first stays. */
  static char ascii(char c) {
    if (c >= 'A' && c <= 'Z') {
      return (char) (c + 'a' - 'A');
    }
    return Character.isWhitespace(c) ? SPACE : c;
  }

  /** The next piece of a text; it ends at a {@link #boundary}, or with the text. */
  String next(CharSequence piece) {
    String normal = Normalizer.normalize(piece, Normalizer.Form.NFKC);
    StringBuilder folded = new StringBuilder(normal.length());
    for (int i = 0; i < normal.length(); ) {
      int c = normal.codePointAt(i);
      i += Character.charCount(c);
      boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (!space) {
        folded.appendCodePoint(inOneCase(c));
      } else if (!afterSpace) {
        folded.append(SPACE);
      }
      afterSpace = space;
    }
    return folded.toString();
  }

  /**
   * Where to end a piece: at the last place where what follows doesn't change what stands before.
   *
   * @param most characters that are worth to wait for one; behind them it is their end
   * @return 0 to wait for more
   */
  static int boundary(CharSequence text, int most) {
    for (int i = text.length() - 1; i > 0; i--) {
      if (isBoundary(text.charAt(i))) {
        return i;
      }
    }
    if (text.length() < most) {
      return 0;
    }
    return text.length() - (Character.isHighSurrogate(text.charAt(text.length() - 1)) ? 1 : 0);
  }

  /** True when this character doesn't change what stands before it. */
  static boolean isBoundary(char c) {
    return c < 0x80 || c >= 0x4E00 && c <= 0x9FFF;
  }

  /** As {@link String#equalsIgnoreCase} has it, so that all forms of a letter are one. */
  private static int inOneCase(int c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
