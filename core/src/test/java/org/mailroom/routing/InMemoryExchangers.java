package org.mailroom.routing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;

/** DNS as a few lines of a test. */
public final class InMemoryExchangers implements MailExchangers {

  private final Map<String, List<MailExchanger>> exchangers = new HashMap<>();
  private final Map<String, List<InetAddress>> addresses = new HashMap<>();
  private final Set<String> failing = new HashSet<>();

  /** Adds an MX record. */
  public InMemoryExchangers mx(String domain, int preference, String host) {
    exists(domain);
    exchangers.get(key(domain)).add(new MailExchanger(preference, host));
    return this;
  }

  /** Adds an A or AAAA record. */
  public InMemoryExchangers address(String host, String address) {
    exists(host);
    addresses.get(key(host)).add(IpLiteral.parse(address));
    return this;
  }

  /** Lets a name exist, without records. */
  public InMemoryExchangers exists(String name) {
    exchangers.computeIfAbsent(key(name), k -> new ArrayList<>());
    addresses.computeIfAbsent(key(name), k -> new ArrayList<>());
    return this;
  }

  /** Answers SERVFAIL for a name. */
  public InMemoryExchangers fails(String name) {
    failing.add(key(name));
    return this;
  }

  @Override
  public List<MailExchanger> mailExchangers(Domain domain)
      throws NoSuchDomainException, DnsUnavailableException {
    refuseFailing(domain.ascii());
    List<MailExchanger> found = exchangers.get(key(domain.ascii()));
    if (found == null) {
      throw new NoSuchDomainException();
    }
    return List.copyOf(found);
  }

  @Override
  public List<InetAddress> addresses(String host) throws DnsUnavailableException {
    refuseFailing(host);
    return List.copyOf(addresses.getOrDefault(key(host), List.of()));
  }

  private void refuseFailing(String name) throws DnsUnavailableException {
    if (failing.contains(key(name))) {
      throw new DnsUnavailableException("SERVFAIL");
    }
  }

  private static String key(String name) {
    return Domain.of(name).ascii().toLowerCase(Locale.ROOT);
  }
}
