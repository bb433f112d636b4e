package org.mailroom.directory.view;

import java.util.Locale;
import java.util.Set;
import org.mailroom.directory.Account;
import org.mailroom.directory.Role;
import org.mailroom.store.AccountUse;

/** Accounts that somebody may want to see together. */
public enum AccountGroup {
  ALL,
  /** Nine tenths of a quota are used. */
  FULL,
  /** May do something in the console. */
  STAFF,
  DISABLED;

  private static final double NEARLY = 0.9;

  /** As addresses of pages name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a key; all accounts when there is none of it. */
  public static AccountGroup of(String key) {
    for (AccountGroup group : values()) {
      if (group.key().equals(key)) {
        return group;
      }
    }
    return ALL;
  }

  boolean has(Account account, AccountUse use) {
    return switch (this) {
      case ALL -> true;
      case FULL -> use.isFull(nearly(account.quotaOctets()), nearly(account.quotaMessages()));
      case STAFF -> !Set.of(Role.USER).containsAll(account.roles());
      case DISABLED -> !account.enabled();
    };
  }

  /** No limit stays none. */
  private static long nearly(long quota) {
    return (long) Math.ceil(quota * NEARLY);
  }
}
