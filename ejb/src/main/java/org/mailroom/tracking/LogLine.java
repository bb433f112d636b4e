package org.mailroom.tracking;

import java.time.Duration;

/**
 * Builds a line of the mail log; in its only place, escapes what strangers wrote. No value has more
 * than 500 characters of theirs.
 */
final class LogLine {

  private static final int MAX_TEXT = 500;

  private final StringBuilder line;

  LogLine(String event, int expectedLength) {
    line = new StringBuilder(expectedLength).append(event);
  }

  /** A value in one word: ids, numbers, host names. */
  LogLine field(String name, String value) {
    line.append(' ').append(name).append('=');
    escape(value, " \"<>");
    return this;
  }

  LogLine field(String name, long value) {
    line.append(' ').append(name).append('=').append(value);
    return this;
  }

  /** A duration as seconds with milliseconds. */
  LogLine seconds(String name, Duration value) {
    long millis = Math.max(0, value.toMillis());
    line.append(' ').append(name).append('=').append(millis / 1000).append('.');
    String fraction = Long.toString(1000 + millis % 1000);
    line.append(fraction, 1, 4);
    return this;
  }

  /** A mail path, in angle brackets. */
  LogLine path(String name, String address) {
    line.append(' ').append(name).append("=<");
    escape(address, "\"<>");
    line.append('>');
    return this;
  }

  /** Any text, in double quotes. */
  LogLine quoted(String name, String text) {
    line.append(' ').append(name).append("=\"");
    escape(text, "\"");
    line.append('"');
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }

  private void escape(String text, String special) {
    int end = Math.min(text.length(), MAX_TEXT);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7F && c != '\\' && special.indexOf(c) < 0) {
        line.append(c);
      } else if (c == ' ' && special.indexOf(c) >= 0 || isInvisible(text, i)) {
        line.append(String.format("\\u%04x", (int) c));
      } else if (c == '\\' || special.indexOf(c) >= 0) {
        line.append('\\').append(c);
      } else {
        line.append(c);
      }
    }
  }

  /** Controls, marks that turn the direction of writing, and half characters. */
  private static boolean isInvisible(String text, int at) {
    char c = text.charAt(at);
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SURROGATE -> !isPaired(text, at);
      default -> false;
    };
  }

  private static boolean isPaired(String text, int at) {
    boolean high = Character.isHighSurrogate(text.charAt(at));
    int other = high ? at + 1 : at - 1;
    return other >= 0
        && other < Math.min(text.length(), MAX_TEXT)
        && (high
            ? Character.isLowSurrogate(text.charAt(other))
            : Character.isHighSurrogate(text.charAt(other)));
  }
}
