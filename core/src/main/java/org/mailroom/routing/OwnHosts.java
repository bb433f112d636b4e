package org.mailroom.routing;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mailroom.mail.Domain;

/**
 * How this hub would meet itself as a mail exchanger.
 *
 * @param name the hub's name
 * @param addresses where it takes mail on the port that mail exchangers are spoken to; empty when
 *     it listens on other ports
 */
public record OwnHosts(Domain name, Set<InetAddress> addresses) {

  /** Needs both; takes a copy. */
  public OwnHosts {
    Objects.requireNonNull(name, "the hub has a name");
    addresses = Set.copyOf(addresses);
  }

  boolean hasName(String host) {
    return name.ascii().equalsIgnoreCase(host);
  }

  boolean hasAddresses() {
    return !addresses.isEmpty();
  }

  boolean hasAny(List<InetAddress> candidates) {
    return candidates.stream().anyMatch(addresses::contains);
  }
}
