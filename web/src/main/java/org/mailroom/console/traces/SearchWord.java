package org.mailroom.console.traces;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a search: {@code name:value}, or a plain one.
 *
 * @param name in lower case; empty for a plain word
 * @param value without its quotes
 */
record SearchWord(String name, String value) {

  private static final Pattern WORD =
      Pattern.compile("\\s*(?:(\\p{Alpha}+):)?(?:\"([^\"]*)\"|([^\\s\"]+))(?=\\s|$)");

  static List<SearchWord> read(String text) throws MistakenSearchException {
    List<SearchWord> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int at = 0;
    while (!text.substring(at).isBlank()) {
      if (!matcher.find(at) || matcher.start() != at || lacksValue(matcher)) {
        throw new MistakenSearchException("form", text.substring(at).strip());
      }
      String name = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(Locale.ROOT);
      words.add(
          new SearchWord(name, matcher.group(2) == null ? matcher.group(3) : matcher.group(2)));
      at = matcher.end();
    }
    return words;
  }

  private static boolean lacksValue(Matcher word) {
    return word.group(3) != null && word.group(3).matches("\\p{Alpha}+:");
  }
}
