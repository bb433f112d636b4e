package org.mailroom.sasl;

import java.util.Objects;

/**
 * A user name and a password for another server. The text form doesn't show the password.
 *
 * @param user not empty, without control characters
 * @param password not empty, without control characters
 */
public record Credentials(String user, String password) {

  /** Refuses what no mechanism can carry. */
  public Credentials {
    require(user, "A user name");
    require(password, "A password");
  }

  private static void require(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " is not empty and has no control characters");
    }
  }

  @Override
  public String toString() {
    return user + ":********";
  }
}
