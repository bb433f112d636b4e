package org.mailroom.database;

/** What a failure says, and what the one behind it says, on one line. */
final class OneLine {

  private static final int LONGEST = 300;

  private OneLine() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage()).replaceAll("\\s+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
