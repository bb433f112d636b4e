package org.mailroom.text;

import java.util.Arrays;

/**
 * The terms by which an index knows a text: what of it is three characters long; of Chinese,
 * Japanese and Korean what is one and two characters long, since words are that short there. All
 * terms of a phrase are terms of every text that has the phrase in it. For one thread.
 */
public final class Terms {

  private final TermSet terms = new TermSet();
  private char first;
  private char second;

  Terms() {}

  /**
   * Those of a phrase, or some of them when it is long; none when it is too short.
   *
   * @param most of them
   */
  public static long[] of(Phrase phrase, int most) {
    Terms all = new Terms();
    all.begin();
    all.add(phrase.toString());
    long[] some = all.all();
    return some.length <= most ? some : Arrays.copyOf(some, most);
  }

  /** The next text begins: terms are not of two texts. */
  void begin() {
    first = 0;
    second = 0;
  }

  /** The next piece of a text, folded. */
  void add(CharSequence piece) {
    for (int i = 0; i < piece.length(); i++) {
      add(piece.charAt(i));
    }
  }

  private void add(char third) {
    if (isDense(third)) {
      terms.add(third);
      if (isDense(second)) {
        terms.add((long) second << 16 | third);
      }
    }
    boolean denseOnly = isDense(first) && isDense(second) && isDense(third);
    if (first != 0 && second != 0 && third != 0 && !denseOnly) {
      terms.add((long) first << 32 | (long) second << 16 | third);
    }
    first = second;
    second = third;
  }

  int count() {
    return terms.count();
  }

  long[] all() {
    return terms.terms();
  }

  /**
   * True for characters of scripts without spaces between words: Han, kana, bopomofo, Hangul. Half
   * of a character beyond the first 65,536 is taken for one too.
   */
  private static boolean isDense(char c) {
    return c >= 0x2E80 && c <= 0x9FFF
        || c >= 0x1100 && c <= 0x11FF
        || c >= 0xA960 && c <= 0xA97F
        || c >= 0xAC00 && c <= 0xDFFF
        || c >= 0xF900 && c <= 0xFAFF;
  }
}
