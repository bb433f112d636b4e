package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.mail.Address;
import org.mailroom.mail.Origin;
import org.mailroom.queue.QueuedMail;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.store.Mailbox;

/** Mail to mailboxes, and to what stands for them. */
class LocalAttemptsTest extends LocalAttemptsSetup {

  @Test
  void aMailboxGetsItsMail() throws IOException {
    assertThat(tried(mail(EVE, "Ann@corp.test"))).containsExactly("Delivered 2.1.5");
    assertThat(store.mailboxes(1)).extracting(Mailbox::name).contains("INBOX", "Trash");
    assertThat(traces(1))
        .containsExactly("Return-Path: <eve@away.test>\r\nDelivered-To: Ann@corp.test\r\n");
  }

  @Test
  void aDetailNamesAFolderThatIsMade() throws IOException {
    tried(mail(EVE, "ann+Projects@corp.test"));
    assertThat(store.mailboxes(1)).extracting(Mailbox::name).contains("Projects");
  }

  @Test
  void aCrashBeforeTheAcknowledgementGivesNoSecondCopy() throws IOException {
    tried(mail(EVE, "ann@corp.test", "bob@corp.test"));
    assertThat(tried(mail(EVE, "ann@corp.test", "bob@corp.test")))
        .containsExactly("Delivered 2.1.5", "Delivered 2.1.5");
    assertThat(traces(1)).hasSize(1);
    assertThat(traces(2)).hasSize(1);
  }

  @Test
  void aFullMailboxDefersItsOwnMailOnly() throws IOException {
    tried(mail(EVE, "bob@corp.test"));
    assertThat(tried(next(EVE, "bob@corp.test", "ann@corp.test")))
        .containsExactly("Deferred 4.2.2", "Delivered 2.1.5");
  }

  @Test
  void whoIsNotThereAnyMoreFails() throws IOException {
    assertThat(tried(mail(EVE, "nobody@corp.test"))).containsExactly("Failed 5.1.1");
  }

  @Test
  void anAliasOfOneIsFiledAtOnceAndOneOfSeveralIsSplit() throws IOException {
    people.alias("team@corp.test", "ann@corp.test");
    people.alias("all@corp.test", "ann@corp.test", "cid@away.test");
    assertThat(tried(mail(EVE, "team@corp.test"))).containsExactly("Delivered 2.1.5");
    Split split = split(next(EVE, "all@corp.test", "bob@corp.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly("local:mailboxes", OUT);
    assertThat(split.shares()).extracting(Share::local).containsExactly(true, false);
    assertThat(split.shares().get(1).from().toString()).startsWith("SRS0=").endsWith("@corp.test");
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Expanded 2.1.5");
    assertThat(split.outcomes().get(0).recipient().path()).hasToString("all@corp.test");
    assertThat(traces(2)).as("nothing is filed by an attempt that splits").isEmpty();
  }

  @Test
  void aMailboxThatForwardsGetsItsCopyOnce() throws IOException {
    people.account("dan@corp.test", "dan@away.test");
    Split split = split(mail(EVE, "dan@corp.test"));
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Expanded 2.1.5");
    Share home = split.shares().get(0);
    QueuedMail part =
        mail(EVE, "dan@corp.test").split(1, home.from(), home.recipients(), home.group());
    assertThat(tried(part)).containsExactly("Delivered 2.1.5");
  }

  @Test
  void aListsMailHasItsOwnerAsReversePath() throws IOException {
    list("staff@corp.test", Posting.ANYONE, "ann@corp.test", "bob@corp.test");
    Split split = split(mail(EVE, "staff@corp.test"));
    assertThat(split.shares()).hasSize(1);
    assertThat(split.shares().get(0).from()).hasToString("bob@corp.test");
    assertThat(split.outcomes())
        .extracting(LocalAttemptsTest::inWords)
        .containsExactly("Delivered 2.1.5");
  }

  @Test
  void whoMayNotPostIsRefused() throws IOException {
    list("staff@corp.test", Posting.MEMBERS, "ann@corp.test");
    assertThat(tried(mail(EVE, "staff@corp.test"))).containsExactly("Failed 5.7.2");
    assertThat(split(mail("ann@corp.test", "staff@corp.test")).shares()).hasSize(1);
  }

  @Test
  void whoLoggedInIsBelievedAndALocalReversePathFromOutsideIsNot() throws IOException {
    list("staff@corp.test", Posting.INSIDE, "ann@corp.test");
    QueuedMail forged = mail(new Origin("192.0.2.1", Optional.empty(), true), "ann@corp.test");
    assertThat(tried(forged)).containsExactly("Failed 5.7.2");
    Address user = Address.parse("ann@corp.test");
    QueuedMail submitted = mail(new Origin("192.0.2.1", Optional.of(user), false), EVE);
    assertThat(split(submitted).shares()).hasSize(1);
  }

  @Test
  void whomTwoRecipientsStandForIsSentTheMailOnce() throws IOException {
    people.alias("one@corp.test", "Cid@away.test");
    people.alias("two@corp.test", "cid@away.test", "ann@corp.test");
    Split split = split(mail(EVE, "one@corp.test", "two@corp.test", "ann@corp.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly(OUT, "local:mailboxes");
    assertThat(split.shares().get(0).recipients())
        .extracting(recipient -> recipient.path().toString())
        .containsExactly("Cid@away.test");
    Share home = split.shares().get(1);
    tried(mail(EVE, "ann@corp.test").split(1, home.from(), home.recipients(), home.group()));
    assertThat(traces(1)).hasSize(1);
  }

  @Test
  void aPartWhoseDomainIsNotLocalAnyMoreGoesItsOtherWay() throws IOException {
    Split split = split(mail(EVE, "ann@corp.test", "ann@gone.test"));
    assertThat(split.shares()).extracting(Share::group).containsExactly("local:recipients", OUT);
    assertThat(attempts.isLocal(mail(EVE, "ann@corp.test"))).isTrue();
    assertThat(attempts.isLocal(mail(EVE, "ann@corp.test", "ann@gone.test"))).isFalse();
  }
}
