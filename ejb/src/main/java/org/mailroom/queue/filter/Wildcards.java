package org.mailroom.queue.filter;

import java.util.Locale;

/**
 * A pattern in which {@code *} stands for any characters; letters match in either case. Without
 * backtracking, so that no pattern is slow.
 */
final class Wildcards {

  private final String[] pieces;

  Wildcards(String pattern) {
    pieces = pattern.toLowerCase(Locale.ROOT).split("\\*", -1);
  }

  boolean matches(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String first = pieces[0];
    if (pieces.length == 1) {
      return lower.equals(first);
    }
    String last = pieces[pieces.length - 1];
    int end = lower.length() - last.length();
    if (!lower.startsWith(first) || !lower.endsWith(last) || end < first.length()) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = lower.indexOf(pieces[i], at);
      if (found < 0 || found + pieces[i].length() > end) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return true;
  }
}
