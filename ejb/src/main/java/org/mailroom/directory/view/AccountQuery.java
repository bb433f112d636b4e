package org.mailroom.directory.view;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.directory.Account;
import org.mailroom.directory.Remit;
import org.mailroom.mail.Domain;

/**
 * Which accounts somebody looks for.
 *
 * @param seen those that somebody may see
 * @param text a part of address or name; empty for all
 * @param domain of their addresses; empty for all
 * @param group of those that are left
 */
public record AccountQuery(Remit seen, String text, Optional<Domain> domain, AccountGroup group) {

  /** Needs all of them. */
  public AccountQuery {
    Objects.requireNonNull(seen, "a query is somebody's");
    Objects.requireNonNull(text, "a query has a text, if an empty one");
    Objects.requireNonNull(domain, "a query has a domain or none");
    Objects.requireNonNull(group, "a query has a group");
  }

  boolean isAbout(Account account) {
    return seen.has(account)
        && (domain.isEmpty() || domain.get().equals(account.address().domain()));
  }
}
