package org.mailroom.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/** Which part of a directory somebody may see and change. */
public final class Remit {

  /** All of it. */
  public static final Remit WHOLE = new Remit(true, Set.of());

  /** No part of it. */
  public static final Remit NOTHING = new Remit(false, Set.of());

  private final boolean whole;
  private final Set<String> domains;

  private Remit(boolean whole, Set<String> domains) {
    this.whole = whole;
    this.domains = domains;
  }

  /** The people of the local domain that an address is in, by all of the domain's names. */
  public static Remit domainOf(Address address, List<MailDomain> domains) {
    return new Domains(domains)
        .find(address.domain())
        .map(
            domain ->
                new Remit(
                    false,
                    Stream.concat(Stream.of(domain.name()), domain.aliases().stream())
                        .map(Domain::ascii)
                        .collect(Collectors.toUnmodifiableSet())))
        .orElse(NOTHING);
  }

  /** True when nothing is kept from them. */
  public boolean isWhole() {
    return whole;
  }

  /** True for an entry that is theirs; of a part of the directory that is people's alone. */
  public boolean has(DirectoryEntry entry) {
    return whole || entry instanceof AddressHolder holder && has(holder.address());
  }

  /** True for an address in a domain that is theirs. */
  public boolean has(Address address) {
    return hasDomain(address.domain().ascii());
  }

  /** The same of the name or key of an entry, as it is written or compared. */
  public boolean hasName(String name) {
    try {
      return whole || has(Address.parse(name));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private boolean hasDomain(String ascii) {
    return whole || domains.contains(ascii);
  }
}
