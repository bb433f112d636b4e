package org.mailroom.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/**
 * A domain that the hub takes mail for from anyone.
 *
 * @param name the domain
 * @param relay true when its mail is handed on; false for a local domain, whose people are here
 * @param aliases domains with the same people; only of a local domain
 * @param catchAll who gets mail for unknown people; only of a local domain
 * @param quotaOctets of a new account; 0 for none
 * @param quotaMessages of a new account; 0 for none
 * @param language of a new account
 */
public record MailDomain(
    Domain name,
    boolean relay,
    List<Domain> aliases,
    Optional<Address> catchAll,
    long quotaOctets,
    long quotaMessages,
    Locale language)
    implements DirectoryEntry {

  /** Refuses quotas below 0, address literals, and people of a relay domain. */
  public MailDomain {
    Objects.requireNonNull(name, "a domain has a name");
    Objects.requireNonNull(catchAll, "catchAll is an address or empty");
    Objects.requireNonNull(language, "a domain has a language");
    aliases = List.copyOf(aliases);
    if (name.isLiteral() || aliases.stream().anyMatch(Domain::isLiteral)) {
      throw DirectoryReason.DOMAIN_IS_ADDRESS.refused();
    }
    if (quotaOctets < 0 || quotaMessages < 0) {
      throw DirectoryReason.QUOTA_BELOW_NONE.refused();
    }
    if (relay && (!aliases.isEmpty() || catchAll.isPresent())) {
      throw DirectoryReason.RELAY_WITH_PEOPLE.refused();
    }
  }

  @Override
  public String key() {
    return name.ascii();
  }

  @Override
  public String title() {
    return name.text();
  }

  /** A local domain without anything else. */
  public static MailDomain local(Domain name) {
    return new MailDomain(name, false, List.of(), Optional.empty(), 0, 0, Locale.ENGLISH);
  }

  /** A relay domain. */
  public static MailDomain relay(Domain name) {
    return new MailDomain(name, true, List.of(), Optional.empty(), 0, 0, Locale.ENGLISH);
  }
}
