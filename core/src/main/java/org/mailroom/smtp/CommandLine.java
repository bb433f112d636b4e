package org.mailroom.smtp;

import java.util.Locale;

/**
 * A command line without its CRLF (RFC 5321, 2.4 and 4.1.1).
 *
 * <pre>
 * command = verb [ SP argument ] *WSP CRLF
 * </pre>
 *
 * @param verb in upper case, if it is ASCII
 * @param argument what follows, without white space at its ends; may be empty
 */
public record CommandLine(String verb, String argument) {

  /** Takes a line apart; any line has a verb, if only the empty one. */
  public static CommandLine parse(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    int verbEnd = 0;
    while (verbEnd < end && !isSpace(line.charAt(verbEnd))) {
      verbEnd++;
    }
    int start = verbEnd;
    while (start < end && isSpace(line.charAt(start))) {
      start++;
    }
    return new CommandLine(upper(line.substring(0, verbEnd)), line.substring(start, end));
  }

  /** In upper case if it is ASCII: a dotless i must not become the I of MAIL. */
  private static String upper(String verb) {
    for (int i = 0; i < verb.length(); i++) {
      if (verb.charAt(i) > 0x7F) {
        return verb;
      }
    }
    return verb.toUpperCase(Locale.ROOT);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
