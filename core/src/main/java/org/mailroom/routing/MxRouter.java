package org.mailroom.routing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.IpLiteral;
import org.mailroom.routing.MailExchangers.DnsUnavailableException;
import org.mailroom.routing.MailExchangers.MailExchanger;
import org.mailroom.routing.MailExchangers.NoSuchDomainException;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;

/**
 * Finds the way by DNS (RFC 5321, 5.1): MX hosts by preference, equals in random order; without MX
 * records the domain itself; an address literal as it is. A null MX (RFC 7505) takes no mail.
 *
 * <p>Where this hub is a mail exchanger itself, only better ones count: mail never comes back.
 */
public final class MxRouter implements Router {

  private static final EnhancedStatusCode NO_SUCH_DOMAIN = EnhancedStatusCode.of("5.1.2");
  private static final EnhancedStatusCode NULL_MX = EnhancedStatusCode.of("5.1.10");
  private static final EnhancedStatusCode NO_ADDRESS = EnhancedStatusCode.of("5.4.4");
  private static final EnhancedStatusCode LOOP = EnhancedStatusCode.of("5.4.6");
  private static final EnhancedStatusCode NO_ANSWER = EnhancedStatusCode.of("4.4.3");

  private static final RoutingResult OURSELVES =
      new Unroutable(
          LOOP, "The best mail exchanger of the domain is this hub, which has no such mail");

  private final MailExchangers dns;
  private final OwnHosts own;
  private final int port;
  private final RandomGenerator random;

  /**
   * A router.
   *
   * @param dns answers
   * @param own how this hub is recognised
   * @param port on which mail exchangers are spoken to: 25, but for tests
   * @param random orders equals
   */
  public MxRouter(MailExchangers dns, OwnHosts own, int port, RandomGenerator random) {
    this.dns = dns;
    this.own = own;
    this.port = port;
    this.random = random;
  }

  @Override
  public String group(Domain domain) {
    return domain.ascii();
  }

  @Override
  public RoutingResult resolve(Domain domain) {
    try {
      return domain.isLiteral() ? literal(domain) : byName(domain);
    } catch (NoSuchDomainException e) {
      return new Unroutable(NO_SUCH_DOMAIN, "There is no domain of that name");
    } catch (DnsUnavailableException e) {
      return new TryLater(NO_ANSWER, "DNS gave no answer: " + e.getMessage());
    }
  }

  private RoutingResult literal(Domain domain) {
    InetAddress address = IpLiteral.parse(domain.literalAddress());
    if (own.hasAny(List.of(address))) {
      return OURSELVES;
    }
    return found(domain.ascii(), List.of(address.getHostAddress()));
  }

  private RoutingResult byName(Domain domain)
      throws NoSuchDomainException, DnsUnavailableException {
    List<MailExchanger> records = dns.mailExchangers(domain);
    if (records.isEmpty()) {
      return withoutMx(domain);
    }
    List<MailExchanger> named = new ArrayList<>(records);
    named.removeIf(record -> record.host().equals("."));
    if (named.isEmpty()) {
      return new Unroutable(NULL_MX, "The domain takes no mail (null MX)");
    }
    Collections.shuffle(named, random);
    named.sort(Comparator.comparingInt(MailExchanger::preference));
    List<String> better = beforeOurselves(named);
    return better.isEmpty() ? OURSELVES : found(key(named), better);
  }

  private RoutingResult withoutMx(Domain domain) throws DnsUnavailableException {
    String host = domain.ascii();
    List<InetAddress> addresses = dns.addresses(host);
    if (addresses.isEmpty()) {
      return new Unroutable(NO_ADDRESS, "The domain has neither a mail exchanger nor an address");
    }
    return own.hasName(host) || own.hasAny(addresses) ? OURSELVES : found(host, List.of(host));
  }

  /** The hosts preferred to this hub, all when it is none of them; each once. */
  private List<String> beforeOurselves(List<MailExchanger> sorted) {
    int ourPreference = Integer.MAX_VALUE;
    for (MailExchanger record : sorted) {
      if (isOurselves(record.host())) {
        ourPreference = Math.min(ourPreference, record.preference());
      }
    }
    Map<String, String> hosts = new LinkedHashMap<>();
    for (MailExchanger record : sorted) {
      if (record.preference() < ourPreference) {
        hosts.putIfAbsent(record.host().toLowerCase(Locale.ROOT), record.host());
      }
    }
    return List.copyOf(hosts.values());
  }

  /** A host that can't be looked up now is taken for another: the attempt finds out. */
  private boolean isOurselves(String host) {
    if (own.hasName(host)) {
      return true;
    }
    try {
      return own.hasAddresses() && own.hasAny(dns.addresses(host));
    } catch (DnsUnavailableException e) {
      return false;
    }
  }

  /** The whole set names the destination, in an order that doesn't depend on chance. */
  private static String key(List<MailExchanger> records) {
    return records.stream()
        .sorted(
            Comparator.comparingInt(MailExchanger::preference)
                .thenComparing(record -> record.host().toLowerCase(Locale.ROOT)))
        .map(record -> record.host().toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.joining(","));
  }

  private RoutingResult found(String key, List<String> hosts) {
    return new Found(new NextHop(key, hosts.stream().map(h -> new Host(h, port)).toList(), false));
  }
}
