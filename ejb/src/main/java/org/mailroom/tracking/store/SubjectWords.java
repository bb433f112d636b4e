package org.mailroom.tracking.store;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a subject, by which it is found: letters and digits in lower case. Han characters
 * have no blanks between words, so each two that stand together are one.
 */
final class SubjectWords {

  static final int MOST = 12;
  static final int LONGEST = 40;

  private final Set<String> words = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private int beforeIt = -1;
  private boolean pair;

  private SubjectWords() {}

  /** At most {@link #MOST} of them, in their order. */
  static Set<String> of(String subject) {
    SubjectWords found = new SubjectWords();
    Normalizer.normalize(subject, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(found::next);
    found.end();
    return found.words;
  }

  private void next(int c) {
    if (UnicodeScript.of(c) == UnicodeScript.HAN) {
      if (beforeIt < 0) {
        end();
      } else {
        add(Character.toString(beforeIt) + Character.toString(c));
        pair = true;
      }
      beforeIt = c;
      return;
    }
    if (beforeIt >= 0) {
      end();
    }
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      word.appendCodePoint(c);
    } else {
      end();
    }
  }

  private void end() {
    if (beforeIt >= 0 && !pair) {
      add(Character.toString(beforeIt));
    }
    if (!word.isEmpty()) {
      add(word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString());
    }
    word.setLength(0);
    beforeIt = -1;
    pair = false;
  }

  private void add(String found) {
    if (words.size() < MOST) {
      words.add(Texts.clean(found, LONGEST));
    }
  }
}
