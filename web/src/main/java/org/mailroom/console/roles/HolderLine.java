package org.mailroom.console.roles;

import java.util.List;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;

/**
 * An account that has a role, as a line of the table.
 *
 * @param address its name
 * @param name of the person, or empty
 * @param enabled false when it can't sign in
 * @param roles their keys, the mightiest first
 */
public record HolderLine(String address, String name, boolean enabled, List<String> roles) {

  static HolderLine of(Account account) {
    return new HolderLine(
        account.address().toString(),
        account.name(),
        account.enabled(),
        account.roles().stream().sorted().map(Role::key).toList());
  }
}
