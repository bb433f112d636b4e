package org.mailroom.refusal;

/** Reasons of no part of the hub in particular. */
public enum CommonReason implements Reason {
  /** With words that are in English for everybody. */
  IN_WORDS("%s"),
  /** With a place, and what is wrong there. */
  AT("%s: %s"),
  /** With the number of a line; the first is 1. */
  LINE("line %s"),
  /** With the number of an entry; the first is 1. */
  ENTRY("entry %s"),
  /** With all that it can be. */
  ONE_OF("It is one of %s"),
  /** With how many reasons more there are. */
  MORE("and %s more");

  private final String sentence;

  CommonReason(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
