package org.mailroom.console.accounts;

import java.util.List;
import org.mailroom.console.Phrases;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.store.AccountUse;

/**
 * An account as a line of the list.
 *
 * @param address its name
 * @param person for people; may be empty
 * @param enabled false: it can't log in, and gets no mail
 * @param roles their keys, without that of everybody
 * @param forwards how many addresses its mail goes to besides or instead
 * @param use of its quota
 */
public record AccountLine(
    String address,
    String person,
    boolean enabled,
    List<String> roles,
    int forwards,
    QuotaUse use) {

  static AccountLine of(Account account, AccountUse use, Phrases phrases) {
    return new AccountLine(
        account.address().toString(),
        account.name(),
        account.enabled(),
        account.roles().stream().filter(role -> role != Role.USER).sorted().map(Role::key).toList(),
        account.forwards().size(),
        QuotaUse.of(account, use, phrases));
  }
}
