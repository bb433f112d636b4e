package org.mailroom.directory.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.Account;
import org.mailroom.directory.Alias;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.DistributionList;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.MailDomain;
import org.mailroom.directory.Route;
import org.mailroom.directory.TrustedNetwork;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.Network;
import org.mailroom.settings.TlsDemand;

class SearchTextTest {

  private static final Address ANN = Address.parse("Ann@corp.test");
  private static final Address BOB = Address.parse("bob@files.test");

  private static final List<DirectoryEntry> ENTRIES =
      List.of(
          new Account(
              1,
              ANN,
              "Zo\u00eb Li",
              0,
              0,
              true,
              Set.of(),
              Locale.ENGLISH,
              Set.of(),
              List.of(),
              true,
              Set.of()),
          new Alias(Address.parse("sales@corp.test"), List.of(BOB)),
          new DistributionList(
              Address.parse("team@corp.test"),
              "All of us",
              Posting.INSIDE,
              List.of(BOB),
              List.of(),
              List.of()),
          new MailDomain(
              Domain.of("\u4f8b\u5b50.test"),
              false,
              List.of(Domain.of("other.example")),
              Optional.empty(),
              0,
              0,
              Locale.ENGLISH),
          new Route(
              "partner",
              1,
              Optional.of("*.partner.test"),
              Optional.empty(),
              HostPort.parse("mx.far.test", 25),
              Route.Protocol.SMTP,
              TlsDemand.NONE,
              Optional.empty(),
              Optional.empty()),
          new TrustedNetwork(Network.parse("10.1.0.0/16"), "Printers", false));

  @ParameterizedTest
  @CsvSource({
    "'', 6",
    "'  ', 6",
    "ANN@, 1",
    "zo\u00cb, 1",
    "zoe\u0308, 1",
    "bob@files, 2",
    "all of, 1",
    "\u4f8b, 1",
    "xn--fsqu00a, 1",
    "other.ex, 1",
    "far.test, 1",
    "*.partner, 1",
    "printers, 1",
    "10.1.7.9, 1",
    "10.2.7.9, 0",
    "corp.test, 3",
    "nobody, 0"
  })
  void anEntryIsFoundByWhatItIsKnownBy(String typed, int found) {
    SearchText text = new SearchText(typed);
    assertThat(ENTRIES.stream().filter(text::isIn)).hasSize(found);
  }
}
