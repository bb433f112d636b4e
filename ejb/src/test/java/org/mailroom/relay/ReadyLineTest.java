package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Pause;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;
import org.mailroom.queue.QueuedMail;
import org.mailroom.relay.Admission.Granted;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;

class ReadyLineTest {

  private static final NextHop SLOW =
      new NextHop("mx.slow.test", List.of(new Host("mx.slow.test", 25)), false);
  private static final NextHop OTHER =
      new NextHop("mx.other.test", List.of(new Host("mx.other.test", 25)), false);
  private static final Diagnosis REFUSED =
      Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused");

  private final StoppedClock clock = new StoppedClock();
  private final QueuedParts parts = new QueuedParts(clock);
  private final DestinationGate gate =
      new DestinationGate(64, Duration.ofMinutes(30), clock, clock::nanoTime);
  private final ReadyLine line = new ReadyLine(gate, parts.index, clock, clock::nanoTime);

  @Test
  void ofAFullAndSlowHopFiveHundredAreReadyAndTheOthersAreParkedOneAfterTheOther() {
    useTwoHops();
    List<Entry> entries = receive("ann@corp.test", "slow.test", 600);

    assertThat(entries.subList(0, 500)).allMatch(entry -> entry.state() == State.READY);
    assertThat(entries.subList(500, 600)).allMatch(entry -> entry.state() == State.DEFERRED);
    QueuedMail last = entries.get(599).mail();
    assertThat(last.nextHop()).contains("mx.slow.test");
    assertThat(last.attempts()).isZero();
    assertThat(Duration.between(clock.instant(), last.nextAttempt().orElseThrow()))
        .as("100 × 1 s ÷ 5 connections")
        .isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void theOnlyHopOfTheHubIsNotHeldBackForNobodyWaitsBehindIt() {
    gate.admit(SLOW, "slow.test");
    fill(4);

    assertThat(receive("ann@corp.test", "slow.test", 600))
        .allMatch(entry -> entry.state() == State.READY);
  }

  @Test
  void aHopWithRoomIsNotHeldBack() {
    gate.admit(OTHER, "other.test");
    gate.admit(SLOW, "slow.test");

    assertThat(receive("ann@corp.test", "slow.test", 600))
        .allMatch(entry -> entry.state() == State.READY);
  }

  @Test
  void oneSenderIsHeldBackForTheOthers() {
    gate.admit(SLOW, "slow.test");
    fill(4);
    receive("eve@corp.test", "slow.test", 1);
    List<Entry> entries = receive("ann@corp.test", "slow.test", 600);

    assertThat(entries.get(599).state()).isEqualTo(State.DEFERRED);
    assertThat(receive("eve@corp.test", "quiet.test", 1).get(0).state()).isEqualTo(State.READY);
  }

  @Test
  void aFloodToDestinationsThatNobodyHasTriedComesAtALimitedRate() {
    receive("eve@corp.test", "quiet.test", 1);
    List<Entry> entries = receive("ann@corp.test", "new.test", 1000);

    assertThat(entries.get(400).state()).isEqualTo(State.READY);
    assertThat(
            Duration.between(clock.instant(), entries.get(999).mail().nextAttempt().orElseThrow()))
        .isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void aNewMailForAHopThatIsDownWaitsForItsNextTryOnceThereAreMany() {
    for (int i = 0; i < 5; i++) {
      try (Slot slot = ((Granted) gate.admit(SLOW, "slow.test")).slot()) {
        slot.failed(REFUSED);
      }
    }
    List<Entry> entries = receive("ann@corp.test", "slow.test", 501);

    assertThat(entries.get(499).state()).isEqualTo(State.READY);
    assertThat(
            Duration.between(clock.instant(), entries.get(500).mail().nextAttempt().orElseThrow()))
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
  }

  @Test
  void aMailForAPausedHopIsParkedAtOnce() {
    gate.admit(SLOW, "slow.test");
    gate.pause("mx.slow.test", pause());

    assertThat(receive("ann@corp.test", "slow.test", 1).get(0).state()).isEqualTo(State.DEFERRED);
    assertThat(receive("ann@corp.test", "other.test", 1).get(0).state()).isEqualTo(State.READY);
  }

  @Test
  void anyMailIsParkedAtOnceWhileTheRelayingIsPaused() {
    gate.pauseRelaying(pause());

    assertThat(receive("ann@corp.test", "any.test", 1).get(0).state()).isEqualTo(State.DEFERRED);
  }

  private Pause pause() {
    return new Pause("ann", "They move house", clock.instant(), Optional.empty());
  }

  private void useTwoHops() {
    gate.admit(OTHER, "other.test");
    gate.admit(SLOW, "slow.test");
    fill(4);
  }

  private void fill(int connections) {
    for (int i = 0; i < connections; i++) {
      assertThat(gate.ask(SLOW)).isInstanceOf(Granted.class);
    }
  }

  private List<Entry> receive(String sender, String group, int count) {
    Publication all = new Publication();
    for (int i = 0; i < count; i++) {
      Publication one = new Publication();
      line.join(one, parts.mail(sender, group));
      parts.announce(one);
      one.entries().forEach(all::add);
    }
    return all.entries();
  }
}
