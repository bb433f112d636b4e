package org.mailroom.directory.view;

import java.util.Objects;
import java.util.Optional;
import org.mailroom.directory.Account;
import org.mailroom.mail.Domain;

/**
 * Which accounts somebody looks for.
 *
 * @param text a part of address or name; empty for all
 * @param domain of their addresses; empty for all
 * @param group of those that are left
 */
public record AccountQuery(String text, Optional<Domain> domain, AccountGroup group) {

  /** Needs all of them. */
  public AccountQuery {
    Objects.requireNonNull(text, "a query has a text, if an empty one");
    Objects.requireNonNull(domain, "a query has a domain or none");
    Objects.requireNonNull(group, "a query has a group");
  }

  boolean isOfDomain(Account account) {
    return domain.isEmpty() || domain.get().equals(account.address().domain());
  }
}
