package org.mailroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.directory.Expansion.Elsewhere;
import org.mailroom.directory.Expansion.Local;
import org.mailroom.directory.Expansion.Moderated;
import org.mailroom.directory.Expansion.Refused;
import org.mailroom.directory.Expansion.Target;
import org.mailroom.mail.Address;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/** Where mail goes. Bob is outside, everybody else is inside. */
class ExpansionTest {

  private static final Origin TRUSTED = Origin.trusted("127.0.0.1");
  private static final ReversePath BOB = ReversePath.parse("bob@files.test");
  private static final String REWRITTEN = "SRS0=";

  private final People corp =
      People.ofCorp()
          .administrator("admin@corp.test")
          .account("ann@corp.test")
          .account("o.li@corp.test")
          .account("owner@corp.test")
          .disabled("gone@corp.test")
          .account("\u5f20\u4e09@\u4f8b\u5b50.test");

  @ParameterizedTest
  @CsvSource({
    "ann@corp.test, ann@corp.test",
    "Ann@CORP.test, ann@corp.test",
    "ann@corp.example, ann@corp.test",
    "\"ann\"@corp.test, ann@corp.test",
    "ann+projects@corp.test, ann@corp.test projects",
    "ann+Projects+2026@corp.example, ann@corp.test Projects+2026",
    "ann+inbox@corp.test, ann@corp.test",
    "ann+@corp.test, ann@corp.test",
    "ann+a/b@corp.test, ann@corp.test",
    "O.Li@corp.test, o.li@corp.test",
    "\u5f20\u4e09@xn--fsqu00a.test, \u5f20\u4e09@\u4f8b\u5b50.test",
    "postmaster@corp.test, admin@corp.test",
    "POSTMASTER@corp.example, admin@corp.test",
    "postmaster@xn--fsqu00a.test, admin@corp.test",
  })
  void anAddressIsFoundHoweverItIsWritten(String written, String account) {
    assertThat(to(corp, written)).isEqualTo(account);
    assertThat(corp.snapshot().isKnown(ForwardPath.parse(written))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "nobody@corp.test, 5.1.1",
    "ann.@corp.test, 5.1.1",
    "+ann@corp.test, 5.1.1",
    "\"ann@files.test\"@corp.test, 5.1.1",
    "ann%files.test@corp.test, 5.1.1",
    "ann!files@corp.test, 5.1.1",
    "gone@corp.test, 5.2.1",
    "gone+x@corp.test, 5.2.1",
    "SRS0=AAAAAA=AA=files.test=bob@corp.test, 5.1.1"
  })
  void whoIsNotThereIsRefused(String written, String status) {
    Address address;
    try {
      address = Address.parse(written);
    } catch (IllegalArgumentException e) {
      return;
    }
    assertThat(corp.snapshot().isKnown(new ForwardPath(address))).isFalse();
    assertThat(to(corp, written)).isEqualTo("refused " + status);
  }

  @Test
  void decomposedLettersAreTheSame() {
    corp.account("\u00e9va@corp.test");
    assertThat(to(corp, "E\u0301va@corp.test")).isEqualTo("\u00e9va@corp.test");
  }

  @Test
  void aliasesLeadToAllTheirTargetsOnce() {
    corp.alias("sales@corp.test", "ann@corp.test", "o.li@corp.test", "press@corp.test")
        .alias("press@corp.test", "Ann@corp.example", "carl@files.test");
    assertThat(to(corp, "sales+x@corp.test"))
        .startsWith("ann@corp.test, o.li@corp.test, carl@files.test from " + REWRITTEN)
        .endsWith("=files.test=bob@corp.test");
  }

  @Test
  void anAccountForwardsBesidesOrInstead() {
    corp.account("eve@corp.test", "ann@corp.test").forwardOnly("max@corp.test", "ann@corp.test");
    assertThat(to(corp, "eve@corp.test")).isEqualTo("eve@corp.test, ann@corp.test");
    assertThat(to(corp, "max@corp.test")).isEqualTo("ann@corp.test");
  }

  @Test
  void onlySendersFromOutsideAreRewritten() {
    corp.forwardOnly("max@corp.test", "max@files.test");
    assertThat(to(corp, "max@corp.test")).startsWith("max@files.test from " + REWRITTEN);
    assertThat(to(corp, "max@corp.test", ReversePath.parse("ann@corp.test")))
        .isEqualTo("max@files.test from ann@corp.test");
    assertThat(to(corp, "max@corp.test", ReversePath.NULL)).isEqualTo("max@files.test from ");
  }

  @Test
  void aReportToARewrittenReversePathGoesToTheSender() {
    corp.forwardOnly("max@corp.test", "max@files.test");
    Elsewhere forwarded =
        (Elsewhere) expand(corp, "max@corp.example", BOB, TRUSTED).targets().get(0);
    String path = forwarded.from().toString();
    assertThat(path).endsWith("@corp.test");
    assertThat(corp.snapshot().isKnown(ForwardPath.parse(path))).isTrue();
    assertThat(to(corp, path, ReversePath.NULL)).isEqualTo("bob@files.test from ");
  }

  @Test
  void aForgedRewrittenReversePathIsNotForTheCatchAll() {
    People all = new People().domain("all.test", Optional.of("x@all.test")).account("x@all.test");
    assertThat(to(all, "anybody@all.test")).isEqualTo("x@all.test");
    assertThat(to(all, "SRS0=AAAAAA=AA=files.test=bob@all.test")).isEqualTo("refused 5.1.1");
  }

  @Test
  void aDisabledAccountIsNotForTheCatchAll() {
    People all =
        new People()
            .domain("all.test", Optional.of("x@all.test"))
            .account("x@all.test")
            .disabled("y@all.test");
    assertThat(to(all, "y@all.test")).isEqualTo("refused 5.2.1");
  }

  @Test
  void cyclesAreCut() {
    corp.alias("a@corp.test", "b@corp.test", "ann@corp.test")
        .alias("b@corp.test", "a@corp.test")
        .forwardOnly("x@corp.test", "y@corp.test")
        .forwardOnly("y@corp.test", "x@corp.test");
    assertThat(to(corp, "a@corp.test")).isEqualTo("ann@corp.test");
    assertThat(to(corp, "x@corp.test")).isEqualTo("refused 5.4.6");
  }

  @ParameterizedTest
  @CsvSource({"20, ann@corp.test", "21, refused 5.4.6"})
  void thereAreTwentyLevels(int levels, String result) {
    IntStream.range(0, levels - 1)
        .forEach(i -> corp.alias("a" + i + "@corp.test", "a" + (i + 1) + "@corp.test"));
    corp.alias("a" + (levels - 1) + "@corp.test", "ann@corp.test");
    assertThat(to(corp, "a0@corp.test")).isEqualTo(result);
  }

  @Test
  void moreThanTenThousandAddressesAreRefused() {
    corp.alias("few@corp.test", crowd(9_999)).alias("many@corp.test", crowd(10_001));
    assertThat(expand(corp, "few@corp.test", BOB, TRUSTED).targets()).hasSize(9_999);
    assertThat(to(corp, "many@corp.test")).isEqualTo("refused 5.5.3");
  }

  @Test
  void listMailCarriesTheOwner() {
    corp.list("team@corp.test", "ann@corp.test", "carl@files.test", "gone@corp.test");
    Expansion expansion = expand(corp, "team@corp.test", BOB, TRUSTED);
    assertThat(inWords(expansion))
        .isEqualTo("ann@corp.test from owner@corp.test, carl@files.test from owner@corp.test");
    assertThat(expansion.manner()).isEqualTo(Expansion.Manner.LIST);
  }

  @Test
  void listsInListsCarryTheirOwnOwner() {
    corp.list("all@corp.test", "team@corp.test", "ann@corp.test")
        .list("team@corp.test", Posting.MEMBERS, "", "o.li@corp.test", "ann@corp.test");
    assertThat(to(corp, "all@corp.test"))
        .isEqualTo(
            "o.li@corp.test from postmaster@corp.test, ann@corp.test from postmaster@corp.test");
  }

  @Test
  void whatMustNotBeAnsweredKeepsTheNullReversePathThroughAList() {
    corp.list("team@corp.test", "ann@corp.test", "carl@files.test");
    assertThat(to(corp, "team@corp.test", ReversePath.NULL))
        .isEqualTo("ann@corp.test from , carl@files.test from ");
  }

  @Test
  void moderatorsAreAskedUnlessTheySendThemselves() {
    corp.list("news@corp.test", Posting.MODERATED, "owner@corp.test", "ann@corp.test");
    Expansion expansion = expand(corp, "news@corp.test", BOB, TRUSTED);
    assertThat(expansion.targets())
        .singleElement()
        .isInstanceOfSatisfying(
            Moderated.class,
            held -> assertThat(held.moderators()).isEqualTo(People.addresses("owner@corp.test")));
    assertThat(to(corp, "news@corp.test", ReversePath.parse("Owner@corp.example")))
        .startsWith("ann@corp.test");
    assertThat(to(corp, "news@corp.test", ReversePath.NULL)).isEqualTo("refused 5.7.2");
  }

  static Expansion expand(People people, String to, ReversePath from, Origin origin) {
    return people.snapshot().expand(EnvelopeRecipient.of(ForwardPath.parse(to)), from, origin);
  }

  private static String to(People people, String to) {
    return to(people, to, BOB);
  }

  private static String to(People people, String to, ReversePath from) {
    return inWords(expand(people, to, from, TRUSTED));
  }

  static String inWords(Expansion expansion) {
    return expansion.targets().stream()
        .map(ExpansionTest::inWords)
        .collect(Collectors.joining(", "));
  }

  private static String inWords(Target target) {
    return switch (target) {
      case Local t ->
          t.account().address()
              + t.folder().map(folder -> " " + folder).orElse("")
              + t.owner().map(owner -> " from " + owner).orElse("");
      case Elsewhere t -> t.recipient().path() + " from " + t.from();
      case Moderated t -> "moderated by " + t.moderators();
      case Refused t -> "refused " + t.status();
    };
  }

  private static String[] crowd(int size) {
    List<String> crowd = IntStream.range(0, size).mapToObj(i -> "p" + i + "@files.test").toList();
    return crowd.toArray(String[]::new);
  }
}
