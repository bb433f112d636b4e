package org.mailroom.queue.filter;

import java.util.Locale;

/** What can be wrong with a filter; each has its sentence in English, and a key for others. */
public enum FilterProblem {
  /** With what means all mail. */
  EMPTY("it is empty; %s means all mail"),
  /** With how many characters it may have. */
  TOO_LONG("expected at most %s characters"),
  /** With the names of all fields. */
  NO_TERM("expected all, or name:value, age>1h, size<1M; the names are %s"),
  /** With the name, and the names of all fields. */
  NO_FIELD("there is no %s; expected all, or name:value, age>1h, size<1M; the names are %s"),
  /** Two terms without anything between them. */
  NO_BLANK("expected a blank behind a term"),
  /** A name without a value. */
  NO_VALUE("expected a value, in quotes when it is empty or has blanks"),
  /** A quote that is open at the end. */
  OPEN_QUOTE("this quote has no end"),
  /** With the name of the field. */
  NO_COLON("expected a colon behind %s"),
  /** With the name of the field. */
  NO_COMPARISON("expected > or < behind %s"),
  /** Ids that aren't divided by one comma. */
  NO_IDS("expected ids, with one comma between them"),
  /** With the names of all states. */
  NO_STATE("a state is one of %s"),
  /** With how a duration is written. */
  NO_DURATION("expected a duration: %s"),
  /** Where a size has to be. */
  NO_SIZE("expected a size such as 100k or 1M"),
  /** Where a number has to be. */
  NO_NUMBER("expected a number");

  private final String sentence;

  FilterProblem(String sentence) {
    this.sentence = sentence;
  }

  /** As texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String sentence(Object... about) {
    return sentence.formatted(about);
  }
}
