package org.mailroom.settings;

import java.util.Objects;

/**
 * A value that nobody may read by accident: its text form is a row of asterisks.
 *
 * @param value the secret itself
 */
public record Secret(String value) {

  /** Takes a value. */
  public Secret {
    Objects.requireNonNull(value, "a secret has a value");
  }

  @Override
  public String toString() {
    return "********";
  }
}
