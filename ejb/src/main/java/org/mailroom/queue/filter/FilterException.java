package org.mailroom.queue.filter;

/** A filter that is none; the message says where, and what is allowed there. */
public class FilterException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * At a place.
   *
   * @param at characters before it
   */
  FilterException(int at, String reason) {
    super("The filter is wrong at character " + (at + 1) + ": " + reason);
  }
}
