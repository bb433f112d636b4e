package org.mailroom.directory;

import java.util.Objects;

/**
 * Something in a directory that must not be.
 *
 * @param subject the name or address of what is wrong, as it is written there
 * @param text a sentence that names it
 */
public record Problem(String subject, String text) {

  /** Needs both. */
  public Problem {
    Objects.requireNonNull(subject, "a problem has a subject");
    Objects.requireNonNull(text, "a problem has a text");
  }

  @Override
  public String toString() {
    return text;
  }
}
