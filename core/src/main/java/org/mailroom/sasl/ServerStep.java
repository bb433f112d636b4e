package org.mailroom.sasl;

import java.util.Objects;

/** What a server's exchange has come to. */
public sealed interface ServerStep {

  /** The server says this, and the client answers. */
  record Challenge(String text) implements ServerStep {}

  /** The exchange is over: somebody claims to be a user, with this password. */
  record PasswordClaim(String user, String password) implements ServerStep {

    /** Has both. */
    public PasswordClaim {
      Objects.requireNonNull(user, "a claim has a user");
      Objects.requireNonNull(password, "a claim has a password");
    }

    @Override
    public String toString() {
      return user + ":********";
    }
  }

  /** The exchange is over: somebody claims to be a user, and has proved it or not. */
  record ProofClaim(String user, boolean proved) implements ServerStep {}
}
