package org.mailroom.tracking.store;

import java.time.Instant;

/** Where a page ended: the time and number of its last row. */
record TracePlace(Instant accepted, long number) {

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static TracePlace parse(String text) {
    if (!text.matches("\\d{1,15}-\\d{1,19}")) {
      throw new IllegalArgumentException("No place in a list of traces");
    }
    int hyphen = text.indexOf('-');
    return new TracePlace(
        Instant.ofEpochMilli(Long.parseLong(text.substring(0, hyphen))),
        Long.parseLong(text.substring(hyphen + 1)));
  }

  @Override
  public String toString() {
    return accepted.toEpochMilli() + "-" + number;
  }
}
