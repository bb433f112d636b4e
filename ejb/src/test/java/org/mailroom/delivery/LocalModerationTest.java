package org.mailroom.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.DistributionList.Posting;
import org.mailroom.mail.QueueId;
import org.mailroom.queue.QueuedMail;
import org.mailroom.settlement.AttemptResult.Share;
import org.mailroom.settlement.AttemptResult.Split;
import org.mailroom.store.Mailbox;
import org.mailroom.tracking.TraceEvent;

/** Mail to moderated lists, and what their moderators decide. */
class LocalModerationTest extends LocalAttemptsSetup {

  @Test
  void aModeratorWhoAnswersLetsAMailThrough() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(asked).as("asked once").hasSize(1);
    assertThat(asked.get(0).envelope().recipients().get(0).path()).hasToString("bob@corp.test");
    assertThat(asked.get(0).envelope().reversePath().isNull()).isTrue();
    assertThat(tried(next("bob@corp.test", replyTo()))).containsExactly("Delivered 2.1.5");
    Share home = split(mail).shares().get(0);
    assertThat(home.recipients()).extracting(r -> r.path().toString()).contains("ann@corp.test");
  }

  @Test
  void theTraceTellsWhoWasAsked() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    tried(mail);
    List<TraceEvent> events = traces.take(10);
    QueueId request = asked.get(0).id();
    assertThat(events)
        .filteredOn(TraceEvent.Accepted.class::isInstance)
        .singleElement()
        .satisfies(event -> assertThat(event.id()).isEqualTo(request));
    assertThat(events)
        .filteredOn(TraceEvent.Happened.class::isInstance)
        .extracting(event -> (TraceEvent.Happened) event)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.id()).isEqualTo(mail.id());
              assertThat(event.recipient()).isEqualTo("bob@corp.test");
              assertThat(event.detail()).isEqualTo("approval");
              assertThat(event.child()).hasValue(request);
            });
  }

  @Test
  void whoHasTheTokenAndIsNoModeratorDecidesNothing() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    tried(mail);
    for (String other : new String[] {EVE, "ann@corp.test", ""}) {
      assertThat(tried(next(other, replyTo()))).as(other).containsExactly("Failed 5.7.2");
    }
    assertThat(tried(mail)).containsExactly("Deferred 4.7.2");
    assertThat(tried(next("Bob+lists@corp.test", replyTo()))).containsExactly("Delivered 2.1.5");
    assertThat(split(mail).outcomes()).hasSize(1);
  }

  @Test
  void aPersonsDetailIsNoDecision() throws IOException {
    assertThat(tried(mail(EVE, "ann+approve-abcdefghjkmn@corp.test")))
        .containsExactly("Delivered 2.1.5");
    assertThat(store.mailboxes(1)).extracting(Mailbox::name).contains("approve-abcdefghjkmn");
  }

  @Test
  void aModeratorWhoRefusesFailsIt() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    QueuedMail mail = mail(EVE, "staff@corp.test");
    tried(mail);
    tried(next("bob@corp.test", replyTo().replace("+approve-", "+reject-")));
    assertThat(tried(mail)).containsExactly("Failed 5.7.2");
    tried(next("bob@corp.test", replyTo()));
    assertThat(tried(mail)).as("the first decision counts").containsExactly("Failed 5.7.2");
  }

  @Test
  void aDecisionThatNobodyAskedForReachesNobody() throws IOException {
    list("staff@corp.test", Posting.ANYONE, "ann@corp.test");
    assertThat(tried(mail("bob@corp.test", "staff+approve-abcdefghjkmn@corp.test")))
        .containsExactly("Failed 5.1.6");
  }

  @Test
  void aModeratedListAmongOthersGetsAPartOfItsOwn() throws IOException {
    list("staff@corp.test", Posting.MODERATED, "ann@corp.test");
    Split split = split(mail(EVE, "ann@corp.test", "staff@corp.test"));
    assertThat(split.shares())
        .extracting(Share::group)
        .containsExactly("local:mailboxes", "local:recipients");
    assertThat(asked).isEmpty();
  }
}
