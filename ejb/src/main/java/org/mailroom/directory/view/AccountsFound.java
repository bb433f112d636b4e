package org.mailroom.directory.view;

import java.util.List;
import java.util.Map;
import org.mailroom.directory.Account;

/**
 * Accounts that were looked for, all of them at one moment.
 *
 * @param accounts of the group, by address
 * @param counts of every group, without regard to the one that was asked for
 */
public record AccountsFound(List<Account> accounts, Map<AccountGroup, Integer> counts) {

  /** Takes copies. */
  public AccountsFound {
    accounts = List.copyOf(accounts);
    counts = Map.copyOf(counts);
  }
}
