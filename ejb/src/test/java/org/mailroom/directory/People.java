package org.mailroom.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.Network;
import org.mailroom.settings.TlsDemand;
import org.mailroom.srs.SenderRewriting;
import org.mailroom.srs.SrsKey;

/** A directory of a test, in the making. */
public final class People {

  static final SenderRewriting REWRITING =
      new SenderRewriting(
          new SrsKey(new byte[SrsKey.OCTETS]),
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

  private final List<MailDomain> domains = new ArrayList<>();
  private final List<Account> accounts = new ArrayList<>();
  private final List<Alias> aliases = new ArrayList<>();
  private final List<DistributionList> lists = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<TrustedNetwork> networks = new ArrayList<>();

  /** {@code corp.test}, also as {@code corp.example}. */
  static People ofCorp() {
    return new People()
        .domain("corp.test", Optional.empty(), "corp.example")
        .domain("\u4f8b\u5b50.test", Optional.empty());
  }

  public People domain(String name, Optional<String> catchAll, String... others) {
    domains.add(
        new MailDomain(
            Domain.of(name),
            false,
            Arrays.stream(others).map(Domain::of).toList(),
            catchAll.map(Address::parse),
            0,
            0,
            Locale.ENGLISH));
    return this;
  }

  People relay(String name) {
    domains.add(MailDomain.relay(Domain.of(name)));
    return this;
  }

  public People account(String address, String... forwards) {
    return account(address, 0, true, Set.of(), true, forwards);
  }

  /** With room for so many mails. */
  public People accountFor(int mails, String address) {
    return account(address, mails, true, Set.of(), true);
  }

  People administrator(String address) {
    return account(address, 0, true, Set.of(Role.ADMINISTRATOR), true);
  }

  People disabled(String address) {
    return account(address, 0, false, Set.of(), true);
  }

  People forwardOnly(String address, String... forwards) {
    return account(address, 0, true, Set.of(), false, forwards);
  }

  private People account(
      String address,
      int quotaMessages,
      boolean enabled,
      Set<Role> roles,
      boolean keepsCopy,
      String... forwards) {
    accounts.add(
        new Account(
            accounts.size() + 1,
            Address.parse(address),
            "",
            0,
            quotaMessages,
            enabled,
            roles,
            Locale.ENGLISH,
            Set.of(Address.parse("granted@corp.test")),
            addresses(forwards),
            keepsCopy,
            Set.of()));
    return this;
  }

  public People alias(String address, String... targets) {
    aliases.add(new Alias(Address.parse(address), addresses(targets)));
    return this;
  }

  People list(String address, String... members) {
    return list(address, Posting.ANYONE, "owner@corp.test", members);
  }

  public People list(String address, Posting posting, String owner, String... members) {
    lists.add(
        new DistributionList(
            Address.parse(address),
            "",
            posting,
            addresses(members),
            owner.isEmpty() ? List.of() : addresses(owner),
            List.of()));
    return this;
  }

  People route(String name, int order, String domains, String senders) {
    routes.add(
        new Route(
            name,
            order,
            optional(domains),
            optional(senders),
            HostPort.parse("relay.test", 25),
            Route.Protocol.SMTP,
            TlsDemand.OPPORTUNISTIC,
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  People network(String network, String comment) {
    networks.add(new TrustedNetwork(Network.parse(network), comment, false));
    return this;
  }

  DirectoryData data() {
    return new DirectoryData(domains, accounts, aliases, lists, routes, networks);
  }

  public DirectorySnapshot snapshot() {
    return new MemorySnapshot(data(), REWRITING);
  }

  static List<Address> addresses(String... texts) {
    return Arrays.stream(texts).map(Address::parse).toList();
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
