package org.mailroom.directory.change;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.directory.DirectoryReason;

/**
 * A column of an entry's form.
 *
 * @param name as in JSON, CSV and options of commands
 */
public record Field(String name, Type type) {

  /** How its text is read. */
  public enum Type {
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number; sizes also with a unit. */
    NUMBER,
    /** Words with blanks between; blanks in quotes are part of a word. */
    WORDS,
    /** Read, and never written. */
    SECRET
  }

  private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\"])+");

  /**
   * The words of a text.
   *
   * @throws IllegalArgumentException when a quote is not closed
   */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    int end = 0;
    while (matcher.find()) {
      if (!text.substring(end, matcher.start()).isBlank()) {
        throw DirectoryReason.OPEN_QUOTE.refused();
      }
      words.add(matcher.group());
      end = matcher.end();
    }
    if (!text.substring(end).isBlank()) {
      throw DirectoryReason.OPEN_QUOTE.refused();
    }
    return words;
  }
}
