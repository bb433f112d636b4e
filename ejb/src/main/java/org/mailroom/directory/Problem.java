package org.mailroom.directory;

import java.util.Objects;
import org.mailroom.refusal.Refusal;

/**
 * Something in a directory that must not be.
 *
 * @param subject the name or address of what is wrong, as it is written there
 * @param refusal with a sentence that names it
 */
public record Problem(String subject, Refusal refusal) {

  /** Needs both. */
  public Problem {
    Objects.requireNonNull(subject, "a problem has a subject");
    Objects.requireNonNull(refusal, "a problem is why something is refused");
  }

  /** The sentence, in English. */
  public String text() {
    return refusal.text();
  }

  @Override
  public String toString() {
    return text();
  }
}
