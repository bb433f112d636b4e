package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.relay.Admission.Down;
import org.mailroom.relay.Admission.Full;
import org.mailroom.relay.Admission.Granted;
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
    for (int i = 0; i < 4; i++) {
      succeed(SMART);
    }
    take(SMART, 64);
    assertThat(gate.ask(SMART)).isInstanceOf(Full.class);
  }

  @Test
  void asManyFailuresInARowAsConnectionsAndTheHopIsDown() {
    fail(MX, 3);

    assertThat(gate.ask(MX)).isEqualTo(new Down(REFUSED));
    assertThat(gate.snapshot().get(0).until()).contains(NOW.plus(Duration.ofMinutes(5)));
  }

  @Test
  void aSuccessBetweenBreaksTheRow() {
    fail(MX, 2);
    succeed(MX);
    fail(MX, 2);

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
    fail(MX, 3);
    pass(Duration.ofMinutes(5));

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
    assertThat(gate.ask(MX)).as("while the probe is under way").isInstanceOf(Down.class);
  }

  @Test
  void eachFailedProbeDoublesTheBackOffUpToTheSchedulesLastStep() {
    fail(MX, 3);
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
    fail(MX, 3);
    pass(Duration.ofSeconds(10));

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aSuccessfulProbeEndsDownAndTheBackOffBeginsAnew() {
    fail(MX, 3);
    pass(Duration.ofMinutes(5));
    fail(MX, 1);
    pass(Duration.ofMinutes(10));
    succeed(MX);

    fail(MX, 2);
    assertThat(gate.ask(MX))
        .as("3 connections, less one for the first failure")
        .isInstanceOf(Down.class);
    pass(Duration.ofMinutes(5));
    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void aProbeThatEndsWithoutAResultLeavesRoomForAnother() {
    fail(MX, 3);
    pass(Duration.ofMinutes(5));
    ((Granted) gate.ask(MX)).slot().close();

    assertThat(gate.ask(MX)).isInstanceOf(Granted.class);
  }

  @Test
  void parkedMailsComeBackOneAfterTheOtherWithinFiveMinutes() {
    take(MX, 5);
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      delays.add(((Full) gate.ask(MX)).delay());
    }

    assertThat(delays.get(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(delays.get(99)).isEqualTo(Duration.ofSeconds(20));
    assertThat(delays).isSorted().last().isEqualTo(Duration.ofMinutes(5));
    assertThat(gate.snapshot().get(0).waiting()).isEqualTo(1_500);

    pass(Duration.ofMinutes(5));
    assertThat(((Full) gate.ask(MX)).delay()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void oneHopDownLeavesTheOthersAlone() {
    fail(MX, 3);

    assertThat(gate.ask(SMART)).isInstanceOf(Granted.class);
  }

  @Test
  void aHopThatNobodyUsesIsForgottenUnlessItIsDown() {
    take(SMART, 1).forEach(Slot::close);
    fail(MX, 3);
    pass(Duration.ofMinutes(61));

    gate.forgetIdle();

    assertThat(gate.snapshot()).extracting(DestinationStatus::nextHop).containsExactly(MX.key());
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
    return new DestinationGate(64, lastDelay, Clock.fixed(NOW, ZoneOffset.UTC), () -> nanos);
  }

  private static NextHop hop(String key, boolean configured) {
    return new NextHop(key, List.of(new Host("mx1.far.test", 25)), configured);
  }
}
