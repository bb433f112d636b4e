package org.mailroom.text;

/**
 * A text that is looked for, in time that is linear whatever it is (Knuth, Morris, Pratt). A value.
 */
public final class Phrase {

  private final String text;
  private final int[] shorter;

  private Phrase(String text) {
    this.text = text;
    this.shorter = new int[text.length()];
    int length = 0;
    for (int i = 1; i < text.length(); i++) {
      while (length > 0 && text.charAt(i) != text.charAt(length)) {
        length = shorter[length - 1];
      }
      length += text.charAt(i) == text.charAt(length) ? 1 : 0;
      shorter[i] = length;
    }
  }

  /** A text as a client names it. */
  public static Phrase of(String text) {
    return new Phrase(Folding.fold(text));
  }

  /** True when it is in every text. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** True when it is in this text. */
  public boolean isIn(String other) {
    return isEmpty()
        || (Folding.isAscii(other) ? isInAscii(other) : isWhole(after(0, Folding.fold(other))));
  }

  /** As most texts are: they are many, so they are folded as they are looked through. */
  private boolean isInAscii(String other) {
    int length = 0;
    boolean afterSpace = false;
    for (int i = 0; i < other.length() && length < text.length(); i++) {
      char c = Folding.ascii(other.charAt(i));
      if (c != ' ' || !afterSpace) {
        length = next(length, c);
      }
      afterSpace = c == ' ';
    }
    return isWhole(length);
  }

  /** True when so many of its characters are all. */
  public boolean isWhole(int matched) {
    return matched == text.length();
  }

  /**
   * How many of its first characters the end of a text is, up to all of them when they were in it.
   *
   * @param matched how many the end of the text before the piece was
   * @param piece folded
   */
  public int after(int matched, String piece) {
    int length = matched;
    for (int i = 0; i < piece.length() && length < text.length(); i++) {
      length = next(length, piece.charAt(i));
    }
    return length;
  }

  private int next(int matched, char c) {
    int length = matched;
    while (length > 0 && c != text.charAt(length)) {
      length = shorter[length - 1];
    }
    return length + (c == text.charAt(length) ? 1 : 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Phrase phrase && text.equals(phrase.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
