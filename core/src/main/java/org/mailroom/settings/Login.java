package org.mailroom.settings;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Who this hub is at another server.
 *
 * @param user name, not empty
 * @param passwordFile where the password is, absolute
 * @param password read from there; empty unless the settings were read for a hub that starts
 */
public record Login(String user, Path passwordFile, Optional<Secret> password) {

  /** Needs each. */
  public Login {
    Objects.requireNonNull(user, "a login has a user name");
    Objects.requireNonNull(passwordFile, "a login has a password file");
    Objects.requireNonNull(password, "a login has a password or not yet");
  }

  Login with(Secret secret) {
    return new Login(user, passwordFile, Optional.of(secret));
  }
}
