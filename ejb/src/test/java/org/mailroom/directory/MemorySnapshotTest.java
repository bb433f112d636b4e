package org.mailroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.ReversePath;

class MemorySnapshotTest {

  private final DirectorySnapshot corp =
      People.ofCorp()
          .relay("partner.test")
          .account("ann@corp.test")
          .account("eve@corp.test")
          .disabled("gone@corp.test")
          .forwardOnly("away@corp.test", "ann@files.test")
          .alias("a.smith@corp.test", "ann@corp.test")
          .alias("sales@corp.test", "ann@corp.test", "eve@corp.test")
          .alias("far@corp.test", "a.smith@corp.test")
          .list("team@corp.test", "ann@corp.test")
          .network("10.0.0.0/8", "house")
          .network("10.1.2.0/24", "printers")
          .network("2001:db8::/32", "house")
          .route("all", 1, "", "")
          .route("below", 2, "*.files.test", "")
          .route("sender", 9, "", "ann@corp.test")
          .route("senders", 10, "\u4f8b\u5b50.test", "*@corp.test")
          .snapshot();

  @ParameterizedTest
  @CsvSource({
    "corp.test, true, false",
    "CORP.Example, true, false",
    "xn--fsqu00a.test, true, false",
    "\u4f8b\u5b50.test, true, false",
    "partner.test, false, true",
    "sub.corp.test, false, false",
    "[192.0.2.1], false, false",
  })
  void domainsAreLocalOrRelayed(String domain, boolean local, boolean relayed) {
    assertThat(corp.isLocal(Domain.of(domain))).isEqualTo(local);
    assertThat(corp.isRelayed(Domain.of(domain))).isEqualTo(relayed);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@corp.test, ann@corp.test",
    "ANN@corp.example, ann@corp.test",
    "a.smith@corp.test, ann@corp.test",
    "ann+x@corp.test,",
    "sales@corp.test,",
    "far@corp.test,",
    "team@corp.test,",
    "gone@corp.test,",
    "postmaster@corp.test,",
    "nobody@corp.test,",
  })
  void anAddressBelongsToAnAccountByItselfOrADirectAlias(String address, String account) {
    assertThat(corp.account(Address.parse(address)).map(one -> one.address().toString()))
        .isEqualTo(Optional.ofNullable(account));
  }

  @ParameterizedTest
  @CsvSource({
    "ann@corp.test, ann@corp.test",
    "Ann+x@corp.example, ann@corp.test",
    "a.smith+x@corp.test, ann@corp.test",
    "sales@corp.test,",
    "team+x@corp.test,",
    "gone+x@corp.test,",
    "away@corp.test,",
  })
  void aMailboxIsNamedWithADetailTooAndWhoOnlyForwardsHasNone(String address, String account) {
    assertThat(corp.mailbox(Address.parse(address)).map(one -> one.address().toString()))
        .isEqualTo(Optional.ofNullable(account));
  }

  @ParameterizedTest
  @CsvSource({
    "ann@corp.test, true",
    "Ann+x@corp.example, true",
    "a.smith@corp.test, true",
    "sales@corp.test, true",
    "granted@corp.test, true",
    "far@corp.test, false",
    "team@corp.test, false",
    "eve@corp.test, false",
    "nobody@corp.test, false",
    "ann@files.test, false",
  })
  void annSendsAsHerself(String address, boolean may) {
    Account ann = corp.account(Address.parse("ann@corp.test")).orElseThrow();
    assertThat(corp.maySendAs(ann, Address.parse(address))).isEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, printers",
    "10.2.2.3, house",
    "2001:db8::7, house",
    "192.0.2.1,",
  })
  void theNarrowestNetworkCounts(String client, String comment) {
    assertThat(corp.trusted(IpLiteral.parse(client)).map(TrustedNetwork::comment))
        .isEqualTo(Optional.ofNullable(comment));
  }

  @ParameterizedTest
  @CsvSource({
    "a.files.test, ann@corp.test, sender",
    "xn--fsqu00a.test, eve@corp.test, senders",
    "a.files.test, eve@corp.test, all",
    "files.test, '', all",
  })
  void routesForSendersComeFirst(String to, String from, String route) {
    assertThat(corp.route(Domain.of(to), ReversePath.parse(from)).map(Route::name)).contains(route);
  }

  @ParameterizedTest
  @CsvSource({
    "first.test, early",
    "FIRST.test, early",
    "late.test, all",
    "other.test, all",
    "[192.0.2.1], literal",
  })
  void aRouteOfADomainAndAPatternOfManyAreAskedInTheirOrder(String to, String route) {
    DirectorySnapshot routes =
        People.ofCorp()
            .route("again", 2, "first.test", "")
            .route("early", 1, "first.test", "")
            .route("literal", 3, "[192.0.2.1]", "")
            .route("all", 4, "*", "")
            .route("late", 5, "late.test", "")
            .snapshot();
    assertThat(routes.route(Domain.of(to), ReversePath.NULL).map(Route::name)).contains(route);
  }

  @Test
  void aRouteOfADomainIsForItsSendersOnly() {
    DirectorySnapshot routes =
        People.ofCorp().route("ann", 1, "first.test", "ann@corp.test").snapshot();
    Domain first = Domain.of("first.test");
    assertThat(routes.route(first, ReversePath.parse("ann@corp.test"))).isPresent();
    assertThat(routes.route(first, ReversePath.parse("eve@corp.test"))).isEmpty();
    assertThat(routes.route(Domain.of("other.test"), ReversePath.parse("ann@corp.test"))).isEmpty();
  }

  @Test
  void aPatternBelowADomainIsNotTheDomain() {
    DirectorySnapshot one = People.ofCorp().route("below", 1, "*.files.test", "").snapshot();
    ReversePath from = ReversePath.NULL;
    assertThat(one.route(Domain.of("a.FILES.test"), from)).isPresent();
    assertThat(one.route(Domain.of("files.test"), from)).isEmpty();
    assertThat(one.route(Domain.of("otherfiles.test"), from)).isEmpty();
  }
}
