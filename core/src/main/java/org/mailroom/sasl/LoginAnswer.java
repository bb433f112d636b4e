package org.mailroom.sasl;

import java.time.Duration;
import java.util.Objects;
import org.mailroom.mail.Address;

/** What becomes of a claim. */
public sealed interface LoginAnswer {

  /** The client is this user: the address of the account. */
  record Granted(Address user) implements LoginAnswer {

    /** Is somebody. */
    public Granted {
      Objects.requireNonNull(user, "a login is somebody's");
    }
  }

  /** The claim is not true; the client is told so after the delay, which may be zero. */
  record Denied(Duration delay) implements LoginAnswer {}

  /** Too many claims were not true: none is looked at for a while. */
  record Locked() implements LoginAnswer {}
}
