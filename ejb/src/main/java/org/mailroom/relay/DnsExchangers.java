package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailroom.mail.Domain;
import org.mailroom.routing.MailExchangers;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.Settings;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * DNS by dnsjava, with its cache: the resolver of the settings, or the system's. Addresses may also
 * come from the hosts file. A question takes at most 15 s.
 */
@Singleton
public class DnsExchangers implements MailExchangers {

  private static final Duration ONE_TRY = Duration.ofSeconds(4);
  private static final Duration ALL_TRIES = Duration.ofSeconds(12);
  private static final Duration AT_MOST = Duration.ofSeconds(15);
  private static final int TRIES = 2;

  private final LookupSession session;

  /**
   * Asks the resolver of the settings.
   *
   * @throws UnknownHostException when its name has no address
   */
  @Inject
  public DnsExchangers(Settings settings) throws UnknownHostException {
    this(settings.dns().isPresent() ? one(settings.dns().get()) : new ExtendedResolver());
  }

  DnsExchangers(ExtendedResolver resolver) {
    resolver.setTimeout(ALL_TRIES);
    resolver.setRetries(TRIES);
    for (Resolver each : resolver.getResolvers()) {
      each.setTimeout(ONE_TRY);
    }
    session =
        LookupSession.defaultBuilder()
            .clearSearchPath()
            .resolver(resolver)
            .executor(Runnable::run)
            .build();
  }

  static ExtendedResolver one(HostPort server) throws UnknownHostException {
    InetAddress address = InetAddress.getByName(server.host());
    Resolver resolver = new SimpleResolver(new InetSocketAddress(address, server.port()));
    return new ExtendedResolver(new Resolver[] {resolver});
  }

  @Override
  public List<MailExchanger> mailExchangers(Domain domain)
      throws NoSuchDomainException, DnsUnavailableException {
    List<MailExchanger> found = new ArrayList<>();
    for (Record each : answer(ask(name(domain.ascii()), Type.MX))) {
      if (each instanceof MXRecord mx) {
        found.add(new MailExchanger(mx.getPriority(), text(mx.getTarget())));
      }
    }
    return found;
  }

  /** IPv4 first: a company without IPv6 would lose attempts to addresses it can't reach. */
  @Override
  public List<InetAddress> addresses(String host) throws DnsUnavailableException {
    Name name;
    try {
      name = name(host);
    } catch (DnsUnavailableException e) {
      return List.of();
    }
    CompletableFuture<List<Record>> v4 = ask(name, Type.A);
    CompletableFuture<List<Record>> v6 = ask(name, Type.AAAA);
    List<InetAddress> found = new ArrayList<>();
    DnsUnavailableException failure = null;
    for (CompletableFuture<List<Record>> question : List.of(v4, v6)) {
      try {
        answer(question).forEach(each -> addAddress(each, found));
      } catch (NoSuchDomainException e) {
        // Neither family has one then; the other question says the same.
      } catch (DnsUnavailableException e) {
        failure = e;
      }
    }
    if (found.isEmpty() && failure != null) {
      throw failure;
    }
    return found;
  }

  private CompletableFuture<List<Record>> ask(Name name, int type) {
    return session
        .lookupAsync(name, type)
        .toCompletableFuture()
        .thenApply(result -> result.getRecords());
  }

  private static List<Record> answer(CompletableFuture<List<Record>> question)
      throws NoSuchDomainException, DnsUnavailableException {
    try {
      return question.get(AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      return withoutRecords(e.getCause());
    } catch (TimeoutException e) {
      throw new DnsUnavailableException("timed out");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DnsUnavailableException("interrupted");
    }
  }

  private static List<Record> withoutRecords(Throwable reason)
      throws NoSuchDomainException, DnsUnavailableException {
    if (reason instanceof NoSuchRRSetException) {
      return List.of();
    }
    if (reason instanceof org.xbill.DNS.lookup.NoSuchDomainException) {
      throw new NoSuchDomainException();
    }
    throw new DnsUnavailableException(reason.getClass().getSimpleName());
  }

  private static void addAddress(Record each, List<InetAddress> found) {
    if (each instanceof ARecord a) {
      found.add(a.getAddress());
    } else if (each instanceof AAAARecord aaaa) {
      found.add(aaaa.getAddress());
    }
  }

  private static Name name(String text) throws DnsUnavailableException {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new DnsUnavailableException("not a name of DNS");
    }
  }

  private static String text(Name name) {
    return name.equals(Name.root) ? "." : name.toString(true);
  }
}
