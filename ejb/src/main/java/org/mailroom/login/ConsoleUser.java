package org.mailroom.login;

import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mailroom.directory.password.StoredPassword;
import org.mailroom.mail.Address;

/** Who has signed in at the console. */
public sealed interface ConsoleUser {

  /** The name in the audit. */
  String name();

  /** A user of the server's own realm, with the roles that the realm gives. */
  record OfServer(String name, Set<String> roles) implements ConsoleUser {

    /** Takes a copy of the roles. */
    public OfServer {
      Objects.requireNonNull(name, "a user has a name");
      roles = Set.copyOf(roles);
    }
  }

  /** An account of the directory, and the password that it had then. */
  record OfDirectory(Address account, StoredPassword password) implements ConsoleUser {

    /** Has both. */
    public OfDirectory {
      Objects.requireNonNull(account, "an account has an address");
      Objects.requireNonNull(password, "who has signed in had a password");
    }

    @Override
    public String name() {
      return account.toString();
    }
  }

  /**
   * Whoever has typed the code of the first run.
   *
   * @param open true until the first run has ended, and they have to sign in as somebody
   */
  record OfFirstRun(String name, BooleanSupplier open) implements ConsoleUser {

    /** Has both. */
    public OfFirstRun {
      Objects.requireNonNull(name, "a user has a name");
      Objects.requireNonNull(open, "a first run ends");
    }
  }
}
