package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Granted;
import org.mailroom.relay.Admission.Paused;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;

class DestinationGateTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final NextHop MX = hop("mx1.far.test", false);
  private static final NextHop SMART = hop("[smart.test]:25", true);
  private static final Diagnosis REFUSED =
      Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused");

  private long nanos;
  private DestinationGate gate = gate(Duration.ofMinutes(30));

  @Test
  void aHopBeginsWithFiveConnectionsAndTheSixthMailIsParked() {
    take(MX, 5);
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);
  }

  @Test
  void aHopFoundByMxGrowsByOneWithEachSuccessUpTo20() {
    succeed(MX);
    take(MX, 6).forEach(Slot::close);
    for (int i = 0; i < 50; i++) {
      succeed(MX);
    }
    take(MX, 20);
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);
  }

  @Test
  void aConfiguredHopGrowsToAllRelaySessions() {
    for (int i = 0; i < 100; i++) {
      succeed(SMART);
    }
    take(SMART, 64);
    assertThat(gate.ask(SMART)).isInstanceOf(Full.class);
  }

  @Test
  void asManyFailuresInARowAsConnectionsAndTheHopIsDown() {
    fail(MX, 4);
    assertThat(gate.status(MX.key()).state()).isEqualTo(HopState.ACTIVE);
    fail(MX, 1);

    assertThat(gate.ask(MX)).isEqualTo(new Down(REFUSED));
    assertThat(gate.status(MX.key()).state()).isEqualTo(HopState.DOWN);
    assertThat(gate.status(MX.key()).until()).contains(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aHopWithTenConnectionsIsDownAfterTenFailuresThoughTheyShrinkMeanwhile() {
    for (int i = 0; i < 5; i++) {
      succeed(MX);
    }
    fail(MX, 9);
    assertThat(gate.status(MX.key()).state()).isEqualTo(HopState.ACTIVE);
    assertThat(gate.status(MX.key()).connections()).isEqualTo(1);
    fail(MX, 1);

    assertThat(gate.status(MX.key()).state()).isEqualTo(HopState.DOWN);
  }

  @Test
  void aSuccessBetweenBreaksTheRow() {
    fail(MX, 4);
    succeed(MX);
    fail(MX, 4);

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aMailThatIsRefusedSaysNothingAboutTheHop() {
    for (int i = 0; i < 100; i++) {
      take(MX, 1).forEach(Slot::close);
    }
    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void afterTheBackOffOneMailIsTheProbe() {
    fail(MX, 5);
    pass(Duration.ofMinutes(5));

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
    assertThat(gate.ask(MX)).as("while the probe is under way").isInstanceOf(Down.class);
  }

  @Test
  void eachFailedProbeDoublesTheBackOffUpToTheSchedulesLastStep() {
    fail(MX, 5);
    for (int minutes : new int[] {5, 10, 20, 30, 30}) {
      pass(Duration.ofMinutes(minutes).minusSeconds(1));
      assertThat(gate.ask(MX)).as("before %d min", minutes).isInstanceOf(Down.class);
      pass(Duration.ofSeconds(1));
      fail(MX, 1);
    }
  }

  @Test
  void aShortScheduleMakesAShortBackOff() {
    gate = gate(Duration.ofSeconds(10));
    fail(MX, 5);
    pass(Duration.ofSeconds(10));

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aSuccessfulProbeEndsDownAndTheBackOffBeginsAnew() {
    fail(MX, 5);
    pass(Duration.ofMinutes(5));
    fail(MX, 1);
    pass(Duration.ofMinutes(10));
    succeed(MX);

    fail(MX, 5);
    assertThat(gate.ask(MX)).isInstanceOf(Down.class);
    pass(Duration.ofMinutes(5));
    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aProbeThatEndsWithoutAResultLeavesRoomForAnother() {
    fail(MX, 5);
    pass(Duration.ofMinutes(5));
    ((Granted) gate.ask(MX)).slot().close();

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void parkedMailsComeBackOneAfterTheOtherWithinFiveMinutes() {
    succeed(MX);
    take(MX, 6);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      delays.add(gate.joinLine(MX.key()));
    }

    assertThat(delays.get(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(delays.get(99)).isEqualTo(Duration.ofSeconds(15));
    assertThat(delays.subList(0, 2000)).isSorted().last().isEqualTo(Duration.ofMinutes(5));
    assertThat(delays.subList(2000, 5_000))
        .as("who would wait for longer comes back in the second half")
        .allMatch(delay -> delay.compareTo(Duration.ofSeconds(150)) >= 0)
        .allMatch(delay -> delay.compareTo(Duration.ofMinutes(5)) <= 0);
    assertThat(delays.subList(2000, 2500)).as("not at once").doesNotHaveDuplicates();

    pass(Duration.ofMinutes(5));
    assertThat(gate.joinLine(MX.key())).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void mailForAHopThatHasNotAnsweredYetIsCalledWhenItHas() {
    List<Slot> slots = take(MX, 5);
    Duration farAway = Duration.ofSeconds(150);
    assertThat(gate.joinLine(MX.key())).isGreaterThanOrEqualTo(farAway);
    assertThat(gate.joinLine(MX.key())).isGreaterThanOrEqualTo(farAway);
    assertThat(gate.takeReleasable(List.of(MX.key()))).isEmpty();

    slots.get(0).succeeded();
    assertThat(gate.takeReleasable(List.of(MX.key()))).containsOnlyKeys(MX.key());
    slots.get(1).succeeded();
    assertThat(gate.takeReleasable(List.of(MX.key()))).as("once").isEmpty();
  }

  @Test
  void ofAHopWithoutASessionOneMailComesBackSoon() {
    for (int i = 0; i < 7; i++) {
      take(hop("mx" + i + ".dead.test", false), i < 6 ? 5 : 2);
    }
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);
    assertThat(gate.joinLine(MX.key())).isEqualTo(Duration.ofSeconds(5));
    assertThat(gate.joinLine(MX.key())).isGreaterThanOrEqualTo(Duration.ofSeconds(150));
    pass(Duration.ofSeconds(11));
    assertThat(gate.joinLine(MX.key())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void aPausedHopTakesNothingAndTheOthersDo() {
    gate.pause(MX.key(), pause(Optional.empty()));

    assertThat(((Paused) gate.ask(MX)).delay()).isBetween(Duration.ofHours(1), Duration.ofHours(2));
    assertThat(gate.ask(SMART)).isInstanceOf(Granted.class);
    assertThat(gate.status(MX.key()).state()).isEqualTo(HopState.PAUSED);
    gate.resume(MX.key());
    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aPauseEndsByItselfAtItsTime() {
    gate.pause(MX.key(), pause(Optional.of(NOW.plusSeconds(60))));
    pass(Duration.ofSeconds(59));
    assertThat(gate.ask(MX)).isInstanceOf(Paused.class);
    pass(Duration.ofSeconds(1));

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aPauseOfTheRelayingStopsEveryHop() {
    gate.pauseRelaying(pause(Optional.empty()));

    assertThat(gate.ask(MX)).isInstanceOf(Paused.class);
    assertThat(gate.ask(SMART)).isInstanceOf(Paused.class);
    assertThat(gate.relayingPause()).isPresent();
    gate.resumeRelaying();
    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aHopTakesNoMoreConnectionsThanAnOperatorAllows() {
    gate.limit(MX.key(), new HopLimits(OptionalInt.of(2), OptionalInt.empty()));
    take(MX, 2);
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);

    gate.limit(MX.key(), HopLimits.NONE);
    take(MX, 3);
  }

  @Test
  void aHopTakesNoMoreMailsAMinuteThanAnOperatorAllows() {
    gate.limit(MX.key(), new HopLimits(OptionalInt.empty(), OptionalInt.of(6)));
    succeed(MX);
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);
    assertThat(gate.joinLine(MX.key())).isEqualTo(Duration.ofSeconds(10));
    pass(Duration.ofSeconds(10));
    succeed(MX);

    assertThat(gate.status(MX.key()).mailsPerMinute()).isEqualTo(2);
    pass(Duration.ofMinutes(1));
    assertThat(gate.status(MX.key()).mailsPerMinute()).isZero();
  }

  @Test
  void hopsThatHaveNotProvenThemselvesShareHalfOfTheSessions() {
    succeed(SMART);
    for (int i = 0; i < 6; i++) {
      take(hop("dead" + i + ".test", false), 5);
    }
    NextHop seventh = hop("dead6.test", false);
    take(seventh, 2);

    assertThat(gate.ask(seventh)).as("the 33rd of 64").isInstanceOf(Full.class);
    assertThat(gate.ask(SMART)).isInstanceOf(Granted.class);
  }

  @Test
  void aSuccessIsForgottenAfterTenMinutes() {
    succeed(SMART);
    pass(Duration.ofMinutes(10));
    for (int i = 0; i < 6; i++) {
      take(hop("dead" + i + ".test", false), 5);
    }
    take(SMART, 2);

    assertThat(gate.ask(SMART)).isInstanceOf(Full.class);
  }

  @Test
  void aHopThatHasManySessionsLeavesTheLastQuarterToTheOthers() {
    NextHop quiet = hop("quiet.test", false);
    succeed(quiet);
    for (int i = 0; i < 60; i++) {
      succeed(SMART);
    }
    take(SMART, 48);

    assertThat(gate.ask(SMART)).isInstanceOf(Full.class);
    take(quiet, 6);
  }

  @Test
  void nobodyTakesMoreThanAllSessions() {
    for (int i = 0; i < 60; i++) {
      succeed(SMART);
    }
    take(SMART, 64);
    assertThat(gate.ask(MX)).isInstanceOf(Full.class);
  }

  @Test
  void oneHopDownLeavesTheOthersAlone() {
    fail(MX, 5);

    assertThat(gate.ask(SMART)).isInstanceOf(Granted.class);
  }

  @Test
  void aHopThatNobodyUsesIsForgottenUnlessItIsDown() {
    take(SMART, 1).forEach(Slot::close);
    fail(MX, 5);
    pass(Duration.ofMinutes(61));

    gate.forgetIdle();

    assertThat(gate.snapshot()).extracting(DestinationStatus::nextHop).containsExactly(MX.key());
  }

  private static Pause pause(Optional<Instant> until) {
    return new Pause("ann", "They move house", NOW, until);
  }

  private List<Slot> take(NextHop hop, int count) {
    List<Slot> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      slots.add(((Granted) gate.ask(hop)).slot());
    }
    return slots;
  }

  private void succeed(NextHop hop) {
    try (Slot slot = take(hop, 1).get(0)) {
      slot.succeeded();
    }
  }

  private void fail(NextHop hop, int times) {
    for (int i = 0; i < times; i++) {
      try (Slot slot = take(hop, 1).get(0)) {
        slot.failed(REFUSED);
      }
    }
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private DestinationGate gate(Duration lastDelay) {
    InstantSource source = () -> NOW.plusNanos(nanos);
    return new DestinationGate(64, lastDelay, source.withZone(ZoneOffset.UTC), () -> nanos);
  }

  private static NextHop hop(String key, boolean configured) {
    return new NextHop(key, List.of(new Host("mx1.far.test", 25)), configured);
  }
}
