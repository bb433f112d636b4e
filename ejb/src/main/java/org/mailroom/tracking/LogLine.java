package org.mailroom.tracking;

import java.time.Duration;

/** Builds a line of the mail log; in its only place, escapes what strangers wrote. */
final class LogLine {

  private static final int MAX_TEXT = 500;

  private final StringBuilder line;

  LogLine(String event, int expectedLength) {
    line = new StringBuilder(expectedLength).append(event);
  }

  /** A value without spaces or quotes: ids, numbers, names that were parsed. */
  LogLine field(String name, String value) {
    line.append(' ').append(name).append('=').append(value);
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
    escape(address);
    line.append('>');
    return this;
  }

  /** Any text, in double quotes, cut after 500 characters. */
  LogLine quoted(String name, String text) {
    line.append(' ').append(name).append("=\"");
    escape(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    line.append('"');
    return this;
  }

  @Override
  public String toString() {
    return line.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        line.append(String.format("\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
  }
}
