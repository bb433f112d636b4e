package org.mailroom.directory.password;

import java.util.Optional;
import org.mailroom.mail.Address;

/** What the hub keeps of people's passwords, from memory. Safe for any number of threads. */
public interface StoredPasswords {

  /**
   * The password of an account, enabled or not.
   *
   * @param account the address of {@link org.mailroom.directory.Account}, not an alias
   * @return empty when there is no such account, or it has no password and can't log in
   */
  Optional<StoredPassword> of(Address account);
}
