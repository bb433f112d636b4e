package org.mailroom.directory.view;

/** How many of each kind have their address in a domain. */
public record DomainCensus(long accounts, long aliases, long lists) {

  /** Of a domain where nobody is. */
  public static final DomainCensus NOBODY = new DomainCensus(0, 0, 0);

  DomainCensus and(DomainCensus other) {
    return new DomainCensus(
        accounts + other.accounts, aliases + other.aliases, lists + other.lists);
  }
}
