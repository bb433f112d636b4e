package org.mailroom.login;

import java.util.Objects;

/** What becomes of somebody's wish to sign in at the console. */
public sealed interface ConsoleAnswer {

  /** They are this user. */
  record Granted(ConsoleUser user) implements ConsoleAnswer {

    /** Is somebody. */
    public Granted {
      Objects.requireNonNull(user, "who is let in is somebody");
    }
  }

  /** The password is not theirs, or there is nobody of the name. */
  record Denied() implements ConsoleAnswer {}

  /** Nothing was looked at: the last wrong answer from there was a moment ago. */
  record TooSoon() implements ConsoleAnswer {}

  /** Nothing was looked at: this user was guessed at too often from there. */
  record Locked() implements ConsoleAnswer {}
}
