package org.mailroom.imap.search;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailroom.imap.search.SearchKey.Text;

/**
 * Looks for texts in a text that comes in pieces, also where they are in more than one piece; those
 * that were found are not looked for any more. For one thread.
 */
final class Finder {

  private static final int PIECE = 8 * 1024;

  private final List<Text> wanted;
  private final Map<Text, Integer> matched = new HashMap<>();
  private Folding folding = new Folding();

  Finder(List<Text> wanted) {
    this.wanted = new ArrayList<>(wanted);
  }

  /** True when there is nothing more to look for. */
  boolean isDone() {
    return wanted.isEmpty();
  }

  /** True when it was found. */
  boolean hasFound(Text text) {
    return !wanted.contains(text);
  }

  /** Reads a text to its end, or until all is found; texts are not looked for across texts. */
  void read(Reader in) throws IOException {
    begin();
    StringBuilder text = new StringBuilder(2 * PIECE);
    char[] piece = new char[PIECE];
    int count = in.read(piece);
    while (count >= 0 && !isDone()) {
      text.append(piece, 0, count);
      int end = Folding.boundary(text, PIECE);
      take(text.substring(0, end), true);
      text.delete(0, end);
      count = in.read(piece);
    }
    take(text.toString(), true);
  }

  /** Reads a whole text of a body. */
  void read(String text) {
    begin();
    take(text, true);
  }

  /** Reads a whole text of the message's header. */
  void readHeader(String text) {
    begin();
    take(text, false);
  }

  private void begin() {
    matched.clear();
    folding = new Folding();
  }

  private void take(String piece, boolean inBody) {
    String folded = folding.next(piece);
    wanted.removeIf(
        text -> {
          if (!inBody && !text.alsoHeader()) {
            return false;
          }
          int now = text.phrase().after(matched.getOrDefault(text, 0), folded);
          matched.put(text, now);
          return text.phrase().isWhole(now);
        });
  }
}
