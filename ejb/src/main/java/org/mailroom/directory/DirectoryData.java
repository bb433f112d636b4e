package org.mailroom.directory;

import java.util.List;

/**
 * All that the directory holds, as plain values. Whether they go together is for {@link
 * DirectoryCheck} to say.
 */
public record DirectoryData(
    List<MailDomain> domains,
    List<Account> accounts,
    List<Alias> aliases,
    List<DistributionList> lists,
    List<Route> routes,
    List<TrustedNetwork> networks) {

  /** Takes copies. */
  public DirectoryData {
    domains = List.copyOf(domains);
    accounts = List.copyOf(accounts);
    aliases = List.copyOf(aliases);
    lists = List.copyOf(lists);
    routes = List.copyOf(routes);
    networks = List.copyOf(networks);
  }
}
