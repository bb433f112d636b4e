package org.mailroom.console.domains;

import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.view.DomainCensus;

/**
 * A domain as a line of the list.
 *
 * @param name as it is written
 * @param relay true when its mail is handed on
 * @param accounts how many, in words
 * @param aliases how many addresses, in words
 * @param lists how many, in words
 * @param names other domains with the same people
 * @param catchAll who gets mail for unknown people; may be empty
 */
public record DomainLine(
    String name,
    boolean relay,
    String accounts,
    String aliases,
    String lists,
    String names,
    String catchAll) {

  static DomainLine of(MailDomain domain, DomainCensus census, Phrases phrases) {
    return new DomainLine(
        domain.name().text(),
        domain.relay(),
        phrases.count(census.accounts()),
        phrases.count(census.aliases()),
        phrases.count(census.lists()),
        String.join(", ", domain.aliases().stream().map(Object::toString).toList()),
        domain.catchAll().map(Object::toString).orElse(""));
  }

  /** Its accounts. */
  public String toAccounts() {
    return PageLink.page("accounts").with("domain", name).toString();
  }

  /** Its aliases. */
  public String toAliases() {
    return PageLink.page("aliases").with("q", "@" + name).toString();
  }

  /** Its lists. */
  public String toLists() {
    return PageLink.page("lists").with("q", "@" + name).toString();
  }

  /** The mail that went there. */
  public String toTraces() {
    return PageLink.page("traces").with("q", "to:@" + name).toString();
  }

  /** The route that takes its mail. */
  public String toRoute() {
    return PageLink.page("routes").with("test", name).toString();
  }
}
