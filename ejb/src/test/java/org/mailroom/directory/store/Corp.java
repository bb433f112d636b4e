package org.mailroom.directory.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Role;
import org.mailroom.directory.Route;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.imap.Capability;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.sasl.Credentials;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.Network;
import org.mailroom.settings.TlsDemand;

/** A directory with everything in it. */
public final class Corp {

  private Corp() {}

  /** Its accounts have the id 0: as before they are written. */
  public static DirectoryData data() {
    return new DirectoryData(
        List.of(
            new MailDomain(
                Domain.of("Corp.test"),
                false,
                List.of(Domain.of("例子.test"), Domain.of("corp.example")),
                Optional.of(address("ann@corp.test")),
                1L << 40,
                7,
                Locale.SIMPLIFIED_CHINESE),
            MailDomain.relay(Domain.of("partner.test"))),
        List.of(account("Ann@corp.test"), account("王@corp.test")),
        List.of(
            new Alias(
                address("sales@corp.test"),
                List.of(address("x@files.test"), address("ann@corp.test")))),
        List.of(
            new DistributionList(
                address("team@corp.test"),
                "The team",
                Posting.MODERATED,
                List.of(address("sales@corp.test"), address("\"a b\"@files.test")),
                List.of(address("ann@corp.test")),
                List.of(address("王@corp.test")))),
        List.of(
            new Route(
                "partner",
                3,
                Optional.of("*.partner.test"),
                Optional.of("*@corp.test"),
                HostPort.parse("[::1]:26", 25),
                Route.Protocol.LMTP,
                TlsDemand.VERIFIED,
                Optional.of(new Credentials("hub", "route secret")),
                Optional.of("2s,5s"))),
        List.of(new TrustedNetwork(Network.parse("10.0.0.0/8"), "printers", true)));
  }

  /** An account with everything. */
  public static Account account(String address) {
    return new Account(
        0,
        address(address),
        "Ann, of \"Corp\"",
        5,
        6,
        true,
        Set.of(Role.ADMINISTRATOR, Role.HELP_DESK),
        Locale.ENGLISH,
        Set.of(address("info@corp.test"), address("boss@corp.test")),
        List.of(address("z@files.test"), address("a@files.test")),
        false,
        Set.of(Capability.of("CONDSTORE"), Capability.of("IDLE")));
  }

  /** The same account, kept out. */
  static Account disabled(Account account) {
    return new Account(
        account.id(),
        account.address(),
        account.name(),
        account.quotaOctets(),
        account.quotaMessages(),
        false,
        account.roles(),
        account.language(),
        account.sendAs(),
        account.forwards(),
        account.keepsCopy(),
        account.imapOff());
  }

  /** The same with other accounts. */
  static DirectoryData with(DirectoryData data, List<Account> accounts) {
    return new DirectoryData(
        data.domains(), accounts, data.aliases(), data.lists(), data.routes(), data.networks());
  }

  /** An address. */
  public static Address address(String text) {
    return Address.parse(text);
  }
}
