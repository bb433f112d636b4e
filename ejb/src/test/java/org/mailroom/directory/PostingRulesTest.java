package org.mailroom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.mail.Address;
import org.mailroom.mail.Origin;
import org.mailroom.mail.ReversePath;

/** Ann is a member, by an alias; owner owns the list; eve is inside, bob is not. */
class PostingRulesTest {

  private static final Origin TRUSTED = Origin.trusted("127.0.0.1");
  private static final Origin OUTSIDE = new Origin("192.0.2.1", Optional.empty(), true);

  private final People corp =
      People.ofCorp()
          .account("ann@corp.test")
          .account("eve@corp.test")
          .account("owner@corp.test")
          .account("inner@corp.test")
          .alias("a.smith@corp.test", "ann@corp.test")
          .list("inner.list@corp.test", "inner@corp.test");

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        // rule, MAIL, login, may
        "ANYONE,  bob@files.test,,             true",
        "ANYONE,  '',,                         true",
        "INSIDE,  bob@files.test,,             false",
        "INSIDE,  bob@files.test, eve@corp.test, true",
        "INSIDE,  eve@corp.test,,              true",
        "INSIDE,  eve@corp.example,,           true",
        "INSIDE,  '',,                         false",
        "MEMBERS, ann@corp.test,,              true",
        "MEMBERS, A.Smith@corp.test,,          true",
        "MEMBERS, ann+x@corp.test,,            true",
        "MEMBERS, inner@corp.test,,            true",
        "MEMBERS, carl@files.test,,            true",
        "MEMBERS, eve@corp.test,,              false",
        "MEMBERS, ann@corp.test, eve@corp.test, false",
        "MEMBERS, owner@corp.test,,            true",
        "MEMBERS, '',,                         false",
        "OWNERS,  owner@corp.test,,            true",
        "OWNERS,  ann@corp.test,,              false",
        "OWNERS,  '',,                         false",
      })
  void whoMaySendToAList(Posting rule, String mail, String login, boolean may) {
    Origin origin =
        login == null ? TRUSTED : new Origin("192.0.2.1", Optional.of(Address.parse(login)), false);
    assertThat(answer(rule, mail, origin).equals("refused 5.7.2")).isNotEqualTo(may);
  }

  @ParameterizedTest
  @CsvSource({
    "ANYONE,  eve@corp.test,     true",
    "INSIDE,  eve@corp.test,     false",
    "INSIDE,  eve@corp.example,  false",
    "INSIDE,  bob@files.test,    false",
    "MEMBERS, ann@corp.test,     false",
    "MEMBERS, A.Smith@corp.test, false",
    "MEMBERS, carl@files.test,   true",
    "MEMBERS, owner@corp.test,   false",
    "OWNERS,  owner@corp.test,   false",
  })
  void aReversePathOfALocalDomainIsNotBelievedFromOutside(Posting rule, String mail, boolean may) {
    assertThat(answer(rule, mail, OUTSIDE).equals("refused 5.7.2")).isNotEqualTo(may);
  }

  @Test
  void moderatorsAreAskedOfMailInTheirOwnNameFromOutside() {
    assertThat(answer(Posting.MODERATED, "owner@corp.test", OUTSIDE)).startsWith("moderated by");
    assertThat(answer(Posting.MODERATED, "owner@corp.test", TRUSTED)).startsWith("ann@corp.test");
  }

  private String answer(Posting rule, String mail, Origin origin) {
    corp.list(
        "team@corp.test",
        rule,
        "owner@corp.test",
        "a.smith@corp.test",
        "inner.list@corp.test",
        "carl@files.test");
    return ExpansionTest.inWords(
        ExpansionTest.expand(corp, "team@corp.test", ReversePath.parse(mail), origin));
  }

  @Test
  void aMemberOfTheInnermostOfManyListsIsAMember() {
    int depth = 20_000;
    for (int i = 1; i < depth; i++) {
      corp.list("l" + i + "@corp.test", Posting.MEMBERS, "", "l" + (i + 1) + "@corp.test");
    }
    corp.list("l" + depth + "@corp.test", Posting.MEMBERS, "", "ann@corp.test");
    DirectorySnapshot snapshot = corp.snapshot();
    DistributionList outermost = snapshot.list(Address.parse("l1@corp.test")).orElseThrow();
    assertThat(snapshot.mayPost(outermost, ReversePath.parse("A.Smith@corp.test"), TRUSTED))
        .isTrue();
    assertThat(snapshot.mayPost(outermost, ReversePath.parse("eve@corp.test"), TRUSTED)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      emptyValue = "",
      value = {
        // moderator, MAIL, decides
        "ann@corp.test,        ann@corp.test,      true",
        "ann@corp.test,        A.Smith@corp.test,  true",
        "ann@corp.test,        ann+x@corp.example, true",
        "ann@corp.test,        eve@corp.test,      false",
        "ann@corp.test,        ann@files.test,     false",
        "ann@corp.test,        '',                 false",
        "two@corp.test,        eve@corp.test,      true",
        "two@corp.test,        carl@files.test,    true",
        "two@corp.test,        two@corp.test,      true",
        "two@corp.test,        ann@corp.test,      false",
        "inner.list@corp.test, inner@corp.test,    true",
        "inner.list@corp.test, ann@corp.test,      false",
        "carl@files.test,      Carl@files.test,    true",
        "carl@files.test,      carl@corp.test,     false",
        "postmaster@corp.test, boss@corp.test,     true",
        "postmaster@corp.test, owner@corp.test,    false",
      })
  void whoDecidesAboutMailToAList(String moderator, String mail, boolean decides) {
    DirectorySnapshot snapshot =
        corp.administrator("boss@corp.test")
            .alias("two@corp.test", "eve@corp.test", "carl@files.test")
            .list("team@corp.test", Posting.MODERATED, moderator)
            .snapshot();
    DistributionList team = snapshot.list(Address.parse("team+x@corp.test")).orElseThrow();
    assertThat(snapshot.mayDecide(team, ReversePath.parse(mail), TRUSTED)).isEqualTo(decides);
  }

  @Test
  void aModeratorsAddressIsNotBelievedOfStrangers() {
    DirectorySnapshot snapshot =
        corp.list("team@corp.test", Posting.MODERATED, "eve@corp.test").snapshot();
    DistributionList team = snapshot.list(Address.parse("team@corp.test")).orElseThrow();
    ReversePath eve = ReversePath.parse("eve@corp.test");
    assertThat(snapshot.mayDecide(team, eve, OUTSIDE)).isFalse();
    assertThat(snapshot.mayDecide(team, eve, TRUSTED)).isTrue();
  }
}
