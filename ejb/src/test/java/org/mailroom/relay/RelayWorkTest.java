package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.relay.RelayStage.TEXT;
import static org.mailroom.relay.RelayStage.mail;
import static org.mailroom.relay.RelayStage.to;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueuedMail;
import org.mailroom.smtp.client.ScriptedPeer;

class RelayWorkTest {

  private static final String ANN = "ann@corp.test";

  @TempDir Path folder;
  private RelayStage stage;

  @BeforeEach
  void prepare() {
    stage = new RelayStage(folder);
    stage.dns.mx("far.test", 10, "mx1.far.test").mx("far.test", 20, "mx2.far.test");
    stage.dns.address("mx1.far.test", "192.0.2.1").address("mx2.far.test", "192.0.2.2");
  }

  @Test
  void aDeliveredMailLeavesNothingInTheQueue() {
    takes(stage.server("192.0.2.1"), "bob@far.test", "250 2.0.0 Queued");

    relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.published).isEmpty();
    assertThat(stage.logged).containsExactly("Delivered bob@far.test dot 2.0.0");
  }

  @Test
  void whenTheFirstMxIsDownTheSecondGetsTheMail() {
    takes(stage.server("192.0.2.2"), "bob@far.test", "250 2.0.0 Queued");

    relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.connected).containsExactly("192.0.2.1", "192.0.2.2");
    assertThat(stage.published).isEmpty();
  }

  @Test
  void aTemporaryRefusalWaitsForTheScheduleAndTheOthersAreDone() {
    for (String mx : List.of("192.0.2.1", "192.0.2.2")) {
      ScriptedPeer server = stage.server(mx);
      if (mx.equals("192.0.2.1")) {
        server
            .expects(
                "MAIL FROM:<ann@corp.test>",
                "RCPT TO:<bob@far.test>",
                "RCPT TO:<eve@far.test>",
                "DATA")
            .says("250 Ok", "250 Ok", "450 4.2.0 Greylisted", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Queued");
      } else {
        server
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<eve@far.test>", "DATA")
            .says("250 Ok", "450 4.2.0 Greylisted", "503 5.5.1 No recipients");
      }
    }

    relay(mail(ANN, to("bob@far.test"), to("eve@far.test")));

    QueuedMail again = onlyDeferred();
    assertThat(again.envelope().recipients()).containsExactly(to("eve@far.test"));
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.generation()).isEqualTo(1);
    assertThat(again.nextHop()).contains("mx1.far.test,mx2.far.test");
    assertThat(again.lastDiagnosis().get().text()).isEqualTo("450 4.2.0 Greylisted");
    assertThat(Duration.between(stage.now(), again.nextAttempt().get()))
        .isBetween(Duration.ofSeconds(270), Duration.ofSeconds(330));
    assertThat(stage.logged)
        .containsExactly("Delivered bob@far.test dot 2.0.0", "Deferred eve@far.test rcpt 4.2.0");
  }

  @Test
  void aPermanentRefusalTellsTheSenderAtOnce() {
    refuses(stage.server("192.0.2.1"), "bob@far.test", "550 5.1.1 No such person");

    relay(mail(ANN, to("bob@far.test")));

    QueuedMail dsn = only(State.READY);
    assertThat(dsn.envelope().reversePath().isNull()).isTrue();
    assertThat(dsn.envelope().recipients()).containsExactly(to(ANN));
    assertThat(stage.logged)
        .containsExactly("Failed bob@far.test rcpt 5.1.1", "notified ann@corp.test failed");
  }

  @Test
  void aFailedMailWithTheNullReversePathIsReportedToThePostmaster() {
    refusesFromNobody("bob@far.test");

    relay(mail("", to("bob@far.test")));

    QueuedMail report = only(State.READY);
    assertThat(report.envelope().reversePath().isNull()).isTrue();
    assertThat(report.envelope().recipients()).containsExactly(to("postmaster@hub.corp.test"));
    assertThat(stage.logged)
        .containsExactly(
            "Failed bob@far.test rcpt 5.1.1", "notified postmaster@hub.corp.test failed");
  }

  /** A DSN fails, so does the report of it, and there it ends. */
  @Test
  void nothingThatFailsMakesALoop() throws Exception {
    stage.dns.mx("corp.test", 10, "mx1.far.test").mx("hub.corp.test", 10, "mx1.far.test");
    refuses(stage.server("192.0.2.1"), "bob@far.test", "550 5.1.1 No such person");
    relay(mail(ANN, to("bob@far.test")));
    QueuedMail dsn = only(State.READY);

    stage.published.clear();
    refusesFromNobody(ANN);
    relay(dsn);
    QueuedMail report = only(State.READY);

    stage.published.clear();
    stage.logged.clear();
    refusesFromNobody("postmaster@hub.corp.test");
    relay(report);

    assertThat(stage.published).isEmpty();
    assertThat(stage.logged)
        .containsExactly(
            "Failed postmaster@hub.corp.test rcpt 5.1.1", "untold postmaster@hub.corp.test 5.1.1");
  }

  @Test
  void aMailWithoutASenderIsNotReportedWhileItWaits() {
    stage.pass(Duration.ofHours(5));

    relay(mail("", to("bob@far.test")));

    assertThat(onlyDeferred().envelope().recipients()).containsExactly(to("bob@far.test"));
    assertThat(stage.logged).containsExactly("Deferred bob@far.test connect 4.4.1");
  }

  @Test
  void noAnswerToTheDotIsNotTriedAtAnotherHost() {
    stage
        .server("192.0.2.1")
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("250 Ok", "250 Ok", "354 Go on")
        .expectsRaw(TEXT + ".\r\n");
    stage.server("192.0.2.2");

    relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.connected).containsExactly("192.0.2.1");
    assertThat(onlyDeferred().lastDiagnosis().get().stage()).isEqualTo("dot");
  }

  @Test
  void aMailOlderThanItsExpiryFailsWithTheLastReason() {
    stage.pass(Duration.ofDays(5).plusSeconds(1));

    relay(mail(ANN, to("bob@far.test")));

    assertThat(only(State.READY).envelope().recipients()).containsExactly(to(ANN));
    assertThat(stage.logged)
        .containsExactly("Failed bob@far.test connect 4.4.7", "notified ann@corp.test failed");
  }

  @Test
  void aMailOlderThanItsExpiryThatGoesThroughIsDelivered() {
    stage.pass(Duration.ofDays(6));
    takes(stage.server("192.0.2.1"), "bob@far.test", "250 2.0.0 Queued");

    relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.published).isEmpty();
  }

  @Test
  void afterFourHoursTheSenderIsToldOfTheDelayOnce() {
    stage.pass(Duration.ofHours(4));
    RelayStage.Stand stand = stage.open();

    stand.relay(mail(ANN, to("bob@far.test")));
    List<Entry> first = stage.published.get(0).entries();
    assertThat(first).extracting(Entry::state).containsExactly(State.READY, State.DEFERRED);
    QueuedMail again = first.get(1).mail();
    assertThat(again.delayNoticeSent()).isTrue();

    stand.relay(again);
    assertThat(stage.published.get(1).entries())
        .extracting(Entry::state)
        .containsExactly(State.DEFERRED);
    assertThat(stage.logged).containsOnlyOnce("notified ann@corp.test delayed");
  }

  @Test
  void successIsToldWhenItWasAskedForAndTheNextHopWillNot() {
    EnvelopeRecipient bob =
        new EnvelopeRecipient(
            ForwardPath.parse("bob@far.test"),
            Optional.of(Notify.parse("SUCCESS")),
            Optional.empty());
    takes(stage.server("192.0.2.1"), "bob@far.test", "250 2.0.0 Queued");
    relay(mail(ANN, bob));
    assertThat(stage.logged).contains("notified ann@corp.test relayed");

    stage.published.clear();
    stage
        .server("192.0.2.1", "DSN")
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test> NOTIFY=SUCCESS", "DATA")
        .says("250 Ok", "250 Ok", "354 Go on")
        .expectsRaw(TEXT + ".\r\n")
        .says("250 2.0.0 Queued");
    relay(mail(ANN, bob));
    assertThat(stage.published).isEmpty();
  }

  @Test
  void recipientsThatGoDifferentWaysBecomePartsInOnePublication() {
    relay(mail(ANN, to("bob@far.test"), to("eve@near.test"), to("joe@far.test")));

    List<Entry> parts = stage.published.get(0).entries();
    assertThat(stage.published).hasSize(1);
    assertThat(parts).extracting(Entry::state).containsOnly(State.READY);
    assertThat(parts).extracting(e -> e.mail().part().text()).containsExactly("1.1", "1.2");
    assertThat(parts.get(0).mail().envelope().recipients())
        .containsExactly(to("bob@far.test"), to("joe@far.test"));
    assertThat(stage.connected).isEmpty();
    assertThat(stage.logged).isEmpty();
  }

  @Test
  void aDomainThatDoesNotExistFailsAndDnsTroubleWaits() {
    relay(mail(ANN, to("bob@nowhere.test")));
    assertThat(stage.logged).contains("Failed bob@nowhere.test routing 5.1.2");

    stage.dns.fails("broken.test");
    relay(mail(ANN, to("bob@broken.test")));
    assertThat(stage.logged).contains("Deferred bob@broken.test routing 4.4.3");
  }

  @Test
  void aHopThatIsDownDefersWithoutAConnectionAndCountsTheAttempt() {
    RelayStage.Stand stand = stage.open();
    for (int i = 0; i < 5; i++) {
      stand.relay(mail(ANN, to("bob@far.test")));
    }
    stage.connected.clear();
    stage.published.clear();

    stand.relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.connected).isEmpty();
    assertThat(onlyDeferred().attempts()).isEqualTo(1);
    assertThat(stage.logged).last().isEqualTo("Deferred bob@far.test gate 4.4.1");
  }

  @Test
  void greylistingDownsNobody() {
    stage.smartHost("192.0.2.9");
    RelayStage.Stand stand = stage.open();
    ScriptedPeer server = stage.server("192.0.2.9");
    for (int i = 0; i < 20; i++) {
      server
          .expects(
              i == 0
                  ? new String[] {MAIL, RCPT, "DATA"}
                  : new String[] {"RSET", MAIL, RCPT, "DATA"})
          .says(
              i == 0
                  ? new String[] {"250 Ok", GREY, "503 No"}
                  : new String[] {"250 Ok", "250 Ok", GREY, "503 No"});
    }

    for (int i = 0; i < 20; i++) {
      stand.relay(mail(ANN, to("bob@far.test")));
    }

    server.assertFinished();
    assertThat(stage.logged).hasSize(20).containsOnly("Deferred bob@far.test rcpt 4.2.0");
  }

  private static final String MAIL = "MAIL FROM:<ann@corp.test>";
  private static final String RCPT = "RCPT TO:<bob@far.test>";
  private static final String GREY = "450 4.2.0 Greylisted";

  private void relay(QueuedMail mail) {
    stage.open().relay(mail);
  }

  private QueuedMail onlyDeferred() {
    return only(State.DEFERRED);
  }

  private QueuedMail only(State state) {
    assertThat(stage.published).hasSize(1);
    List<Entry> entries = stage.published.get(0).entries();
    assertThat(entries).extracting(Entry::state).containsExactly(state);
    return entries.get(0).mail();
  }

  private static ScriptedPeer takes(ScriptedPeer server, String recipient, String answer) {
    return server
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<" + recipient + ">", "DATA")
        .says("250 Ok", "250 Ok", "354 Go on")
        .expectsRaw(TEXT + ".\r\n")
        .says(answer);
  }

  private static void refuses(ScriptedPeer server, String recipient, String answer) {
    server
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<" + recipient + ">", "DATA")
        .says("250 Ok", answer, "503 5.5.1 No recipients");
  }

  private void refusesFromNobody(String recipient) {
    stage
        .server("192.0.2.1")
        .expects("MAIL FROM:<>", "RCPT TO:<" + recipient + ">", "DATA")
        .says("250 Ok", "550 5.1.1 No such person", "503 5.5.1 No recipients");
  }
}
