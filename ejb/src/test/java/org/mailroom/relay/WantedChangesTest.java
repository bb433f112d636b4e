package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.relay.RelayStage.TEXT;
import static org.mailroom.relay.RelayStage.mail;
import static org.mailroom.relay.RelayStage.to;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueuedMail;

/** What an operator wants of a mail that a relay consumer has. */
class WantedChangesTest {

  private static final String KEY = "01HZY8Q2K3M4N/1";
  private static final QueuedMail MAIL = mail("ann@corp.test", to("bob@far.test"));

  @TempDir Path folder;
  private RelayStage stage;
  private final Hold hold = new Hold();

  @BeforeEach
  void prepare() {
    stage = new RelayStage(folder);
    stage.dns.mx("far.test", 10, "mx1.far.test").address("mx1.far.test", "192.0.2.1");
  }

  @Test
  void isMadeInsteadOfTheAttempt() {
    stage.changes.want(KEY, hold);

    stage.open().relay(MAIL);

    assertThat(stage.connected).isEmpty();
    assertThat(only(State.HELD).generation()).isEqualTo(1);
    assertThat(hold.told).containsExactly("applied");
  }

  @Test
  void isLeftOutWhenItCannotBeMade() {
    hold.broken = true;
    stage.changes.want(KEY, hold);

    stage.open().relay(MAIL);

    assertThat(only(State.DEFERRED).attempts()).isEqualTo(1);
    assertThat(stage.changes.take(KEY)).isEmpty();
  }

  @Test
  void isMadeOfTheOutcomeDuringTheAttempt() {
    stage.whenConnected = () -> stage.changes.want(KEY, hold);

    stage.open().relay(MAIL);

    QueuedMail held = only(State.HELD);
    assertThat(held.attempts()).isEqualTo(1);
    assertThat(held.generation()).isEqualTo(2);
    assertThat(hold.told).containsExactly("applied");
  }

  @Test
  void isTooLateWhenTheMailIsDeliveredMeanwhile() {
    stage.whenConnected = () -> stage.changes.want(KEY, hold);
    stage
        .server("192.0.2.1")
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("250 Ok", "250 Ok", "354 Go on")
        .expectsRaw(TEXT + ".\r\n")
        .says("250 2.0.0 Queued");

    stage.open().relay(MAIL);

    assertThat(stage.published).isEmpty();
    assertThat(hold.told).containsExactly("too late");
  }

  @Test
  void repeatsNoAttemptWhenItCannotBeMadeAfterIt() {
    hold.broken = true;
    stage.whenConnected = () -> stage.changes.want(KEY, hold);

    stage.open().relay(MAIL);

    assertThat(only(State.DEFERRED).attempts()).isEqualTo(1);
    assertThat(stage.changes.take(KEY)).as("it was told that it is skipped").isEmpty();
  }

  @Test
  void isMadeOfEachPartWhenTheMailIsSplitMeanwhile() {
    stage.whenRouted = () -> stage.changes.want(KEY, hold);

    stage.open().relay(mail("ann@corp.test", to("bob@far.test"), to("eve@near.test")));

    List<Entry> parts = stage.published.get(0).entries();
    assertThat(parts).extracting(Entry::state).containsExactly(State.HELD, State.HELD);
    assertThat(parts).extracting(entry -> entry.mail().part().text()).containsExactly("1.1", "1.2");
    assertThat(hold.told).containsExactly("applied", "applied");
  }

  private QueuedMail only(State state) {
    assertThat(stage.published).hasSize(1);
    List<Entry> entries = stage.published.get(0).entries();
    assertThat(entries).extracting(Entry::state).containsExactly(state);
    return entries.get(0).mail();
  }

  private static final class Hold implements PartChange {
    private final List<String> told = new ArrayList<>();
    private boolean broken;

    @Override
    public Publication apply(QueuedMail mail) throws QueueException {
      if (broken) {
        throw new QueueException("It can't be held");
      }
      return new Publication().held(mail.again());
    }

    @Override
    public void applied(QueuedMail mail) {
      told.add("applied");
    }

    @Override
    public void tooLate(String key) {
      told.add("too late");
    }
  }
}
