package org.mailroom.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.guard.Shortage.Kind;
import org.mailroom.hub.Pause;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.smtp.SmtpReply;

/** Whose mail is taken, by what there is too little of. */
class IntakeGuardTest {

  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final FakeGauges gauges = new FakeGauges();
  private Instant now = BEGIN;
  private final InstantSource source = () -> now;
  private final IntakeGuard guard;
  private final RelayGuard relay;

  IntakeGuardTest() throws SettingsException {
    guard =
        new IntakeGuard(gauges, SettingsParser.parse(Map.of()), source.withZone(ZoneOffset.UTC));
    relay = new RelayGuard(guard);
    guard.look();
  }

  @Test
  void withRoomEverybodysMailIsTaken() {
    assertThat(guard.refuseConnection()).isEmpty();
    assertThat(guard.refuseMail(true)).isEmpty();
    assertThat(guard.refuseMail(false)).isEmpty();
    assertThat(guard.isMemoryShort()).isFalse();
    assertThat(guard.shortages()).isEmpty();
    assertThat(relay.relayingAllowed()).isTrue();
  }

  @Test
  void onALowDiskOnlyTrustedClientsMailIsTaken() {
    gauges.use("data", 0.86);
    guard.look();
    assertThat(guard.refuseMail(true)).isEmpty();
    assertThat(code(guard.refuseMail(false))).isEqualTo("452 4.3.1");
    assertThat(guard.refuseConnection()).isEmpty();
  }

  @Test
  void onAFullDiskNobodysMailIsTakenAndWhatIsQueuedIsRelayed() {
    gauges.use("data", 0.91);
    guard.look();
    assertThat(code(guard.refuseMail(true))).isEqualTo("452 4.3.1");
    assertThat(code(guard.refuseMail(false))).isEqualTo("452 4.3.1");
    assertThat(relay.relayingAllowed()).isTrue();
  }

  @Test
  void onAnExhaustedDiskNothingIsRelayedEither() {
    gauges.use("data", 0.95);
    guard.look();
    assertThat(code(guard.refuseMail(true))).isEqualTo("452 4.3.1");
    assertThat(relay.relayingAllowed()).isFalse();
  }

  @Test
  void theFullestDiskCountsAndIsNamedOnce() {
    gauges.use("data", 0.86);
    gauges.use("data/queue", 0.92);
    gauges.use("data/spool", 0.2);
    guard.look();
    assertThat(guard.shortages())
        .containsExactly(new Shortage(Kind.DISK_FULL, "92 %, 80.0 GiB free", BEGIN));
  }

  @Test
  void mailIsTakenAgainWithTheFirstLookAfterThereIsRoom() {
    gauges.use("data", 0.99);
    guard.look();
    gauges.use("data", 0.5);
    guard.look();
    assertThat(guard.refuseMail(false)).isEmpty();
    assertThat(relay.relayingAllowed()).isTrue();
  }

  @Test
  void withoutMemoryNobodyIsLetInAndWhoIsInGoesOn() {
    gauges.heap = 0.76;
    guard.look();
    assertThat(code(guard.refuseConnection())).isEqualTo("421 4.3.2");
    assertThat(guard.refuseMail(false)).isEmpty();
    assertThat(guard.isMemoryShort()).isTrue();
    assertThat(relay.relayingAllowed()).isTrue();
    gauges.heap = 0.71;
    guard.look();
    assertThat(guard.isMemoryShort()).isTrue();
    gauges.heap = 0.69;
    guard.look();
    assertThat(guard.refuseConnection()).isEmpty();
  }

  @Test
  void whileMemoryIsShortGarbageIsCollectedNowAndThen() {
    guard.look();
    assertThat(gauges.collections).isZero();
    gauges.heap = 0.9;
    guard.look();
    guard.look();
    assertThat(gauges.collections).isEqualTo(1);
    now = now.plus(Duration.ofSeconds(31));
    guard.look();
    assertThat(gauges.collections).isEqualTo(2);
  }

  @Test
  void withAsManyPartsAsTheHeapHasRoomForNobodysMailIsTaken() {
    gauges.parts = 1000;
    guard.look();
    assertThat(code(guard.refuseMail(true))).isEqualTo("452 4.3.1");
    assertThat(guard.refuseConnection()).isEmpty();
    gauges.parts = 981;
    guard.look();
    assertThat(guard.refuseMail(true)).isPresent();
    gauges.parts = 979;
    guard.look();
    assertThat(guard.refuseMail(true)).isEmpty();
  }

  @Test
  void aPauseRefusesConnectionsAndTheMailOfOpenSessionsUntilItIsEnded() {
    Pause pause = new Pause("ann", "new disk", BEGIN.minusSeconds(1), Optional.empty());
    guard.pause(pause);
    assertThat(code(guard.refuseConnection())).isEqualTo("421 4.3.2");
    assertThat(code(guard.refuseMail(true))).isEqualTo("452 4.3.2");
    assertThat(guard.paused()).contains(pause);
    assertThat(guard.shortages())
        .containsExactly(new Shortage(Kind.INTAKE_PAUSED, "new disk, ann", BEGIN.minusSeconds(1)));
    guard.resume();
    assertThat(guard.refuseConnection()).isEmpty();
    assertThat(guard.refuseMail(true)).isEmpty();
    assertThat(guard.paused()).isEmpty();
  }

  @Test
  void aPauseEndsByItselfAtItsEnd() {
    guard.pause(new Pause("ann", "lunch", BEGIN, Optional.of(BEGIN.plusSeconds(60))));
    now = now.plus(Duration.ofSeconds(59));
    guard.look();
    assertThat(guard.refuseConnection()).isPresent();
    now = now.plus(Duration.ofSeconds(1));
    assertThat(guard.paused()).isEmpty();
    guard.look();
    assertThat(guard.refuseConnection()).isEmpty();
  }

  @Test
  void withoutABrokerSessionsEnd() {
    gauges.brokerRuns = false;
    guard.pause(new Pause("ann", "lunch", BEGIN, Optional.empty()));
    assertThat(code(guard.refuseConnection())).isEqualTo("421 4.3.2");
    assertThat(code(guard.refuseMail(true))).isEqualTo("421 4.3.2");
    gauges.brokerRuns = true;
    guard.look();
    assertThat(code(guard.refuseMail(true))).isEqualTo("452 4.3.2");
  }

  @Test
  void aShortageTellsSinceWhenAndHowMuch() {
    gauges.use("data", 0.91);
    gauges.heap = 0.8;
    guard.look();
    now = now.plus(Duration.ofSeconds(5));
    gauges.use("data", 0.92);
    guard.look();
    assertThat(guard.shortages())
        .containsExactly(
            new Shortage(Kind.DISK_FULL, "92 %, 80.0 GiB free", BEGIN),
            new Shortage(Kind.MEMORY_SHORT, "80 %", BEGIN));
  }

  private static String code(Optional<SmtpReply> refusal) {
    SmtpReply reply = refusal.orElseThrow();
    return reply.code() + " " + reply.enhanced().orElseThrow();
  }
}
