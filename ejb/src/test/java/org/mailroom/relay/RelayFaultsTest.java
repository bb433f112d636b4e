package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.relay.RelayStage.TEXT;
import static org.mailroom.relay.RelayStage.mail;
import static org.mailroom.relay.RelayStage.to;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueuedMail;
import org.mailroom.smtp.client.ScriptedPeer;

/** Faults of the hub's own: nobody's mail fails or comes twice for them. */
class RelayFaultsTest {

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
  void aFaultOfOursDefersAndFailsNobody() {
    stage.withoutRouter();

    relay(mail(ANN, to("bob@far.test")));

    QueuedMail kept = onlyDeferred();
    assertThat(kept.faults()).isEqualTo(1);
    assertThat(kept.attempts()).isZero();
    assertThat(kept.generation()).isEqualTo(1);
  }

  @Test
  void theTwentiethFaultLaysTheMailBeforeAnOperator() {
    stage.withoutRouter();
    QueuedMail mail = mail(ANN, to("bob@far.test"));
    for (int i = 0; i < 19; i++) {
      mail = mail.afterFault(mail.envelope().recipients(), stage.now());
    }

    relay(mail);

    assertThat(only(State.DEAD).faults()).isEqualTo(20);
  }

  @Test
  void aFaultAfterTheAttemptNeverSendsAgainToThoseWhoHaveTheMail() {
    stage.breakComposer();
    stage
        .server("192.0.2.1")
        .expects(
            "MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "RCPT TO:<eve@far.test>", "DATA")
        .says("250 Ok", "250 Ok", "550 5.1.1 No such person", "354 Go on")
        .expectsRaw(TEXT + ".\r\n")
        .says("250 2.0.0 Queued");

    relay(mail(ANN, to("bob@far.test"), to("eve@far.test")));

    QueuedMail kept = onlyDeferred();
    assertThat(kept.envelope().recipients()).containsExactly(to("eve@far.test"));
    assertThat(kept.faults()).isEqualTo(1);
    assertThat(stage.logged).containsExactly("Delivered bob@far.test dot 2.0.0");
  }

  @Test
  void anOutcomeThatCannotBePublishedLeavesTheMessageToTheBroker() {
    stage.breakQueue();

    assertThatThrownBy(() -> relay(mail(ANN, to("bob@far.test"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMessageThatIsNoMailIsLaidBeforeAnOperatorAtOnce() {
    stage.breakMessage().open().relay(mail("ann@corp.test", to("bob@example.test")));
    assertThat(stage.buried)
        .containsExactly(
            "A message in the queue lacks the property queueId: " + RelayStage.TEXT.length());
    assertThat(stage.published).isEmpty();
    assertThat(stage.connected).isEmpty();
  }

  @Test
  void aMessageThatIsNoMailStaysWhenTheQueueTakesNothing() {
    RelayStage.Stand stand = stage.breakMessage().breakQueue().open();
    assertThatThrownBy(() -> stand.relay(mail("ann@corp.test", to("bob@example.test"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aLogThatFailsRepeatsNoAttempt() {
    stage.breakLog();
    takes(stage.server("192.0.2.1"), "bob@far.test", "250 2.0.0 Queued");

    relay(mail(ANN, to("bob@far.test")));

    assertThat(stage.published).isEmpty();
  }

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
}
