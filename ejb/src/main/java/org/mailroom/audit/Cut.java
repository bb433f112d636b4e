package org.mailroom.audit;

/** Texts of people fit their columns. */
final class Cut {

  private Cut() {}

  static String to(int length, String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ");
    return clean.length() <= length ? clean : clean.substring(0, length - 3) + "...";
  }
}
