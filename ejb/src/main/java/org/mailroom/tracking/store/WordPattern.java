package org.mailroom.tracking.store;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A word of a subject that is searched for, or how it begins. */
record WordPattern(String text, boolean isBeginning) {

  /**
   * The words of a query, the longest first, as it is likely to be the rarest.
   *
   * @throws IllegalArgumentException when there is something, but no word
   */
  static List<WordPattern> parse(String subject) {
    List<WordPattern> patterns = new ArrayList<>();
    for (String piece : subject.split("\\s+", -1)) {
      List<String> words = new ArrayList<>(SubjectWords.of(piece));
      for (int i = 0; i < words.size(); i++) {
        boolean open = piece.endsWith("*") && i == words.size() - 1;
        patterns.add(new WordPattern(words.get(i), open || isOneHan(words.get(i))));
      }
    }
    if (!subject.isBlank() && patterns.isEmpty()) {
      throw new IllegalArgumentException("A subject is searched by words");
    }
    patterns.sort(Comparator.comparingInt((WordPattern p) -> p.text.length()).reversed());
    return patterns;
  }

  /** True when one of these words is meant. */
  boolean matches(Set<String> words) {
    return isBeginning
        ? words.stream().anyMatch(word -> word.startsWith(text))
        : words.contains(text);
  }

  /** One Han character is found in the pairs that it begins. */
  private static boolean isOneHan(String word) {
    return word.codePointCount(0, word.length()) == 1
        && UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HAN;
  }
}
