package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.hub.Pause;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.WaitingMail;
import org.mailroom.relay.Admission.Granted;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;

class ReleasesTest {

  private static final String FAR = "mx.far.test";
  private static final NextHop HOP = new NextHop(FAR, List.of(new Host(FAR, 25)), false);
  private static final Diagnosis REFUSED =
      Diagnosis.ofHub("connect", EnhancedStatusCode.of("4.4.1"), "Connection refused");

  private final StoppedClock clock = new StoppedClock();
  private final QueuedParts parts = new QueuedParts(clock);
  private final DestinationGate gate =
      new DestinationGate(64, Duration.ofMinutes(30), clock, clock::nanoTime);
  private final List<List<String>> delivered = new ArrayList<>();
  private final Releases releases = new Releases(gate, parts.index, new Remembering(), clock);

  @Test
  void nothingIsReleasedWhileNothingHasEnded() {
    parts.waiting(FAR, Duration.ofHours(1));

    assertThat(releases.release()).isFalse();
    assertThat(delivered).isEmpty();
  }

  @Test
  void whatWaitsForAHopThatComesBackIsReleasedOldestFirstAndStepByStep() {
    List<QueuedMail> waiting = waiting(300);
    goDown();
    comeBack();

    List<Integer> steps = new ArrayList<>();
    int taken = 0;
    for (int i = 0; i < 60 && taken < 300; i++) {
      releases.release();
      List<String> step = delivered.isEmpty() ? List.of() : delivered.remove(0);
      assertThat(step)
          .containsExactlyElementsOf(
              waiting.subList(taken, taken + step.size()).stream()
                  .map(m -> m.id().text())
                  .toList());
      waiting.subList(taken, taken + step.size()).forEach(this::succeed);
      taken += step.size();
      steps.add(step.size());
    }

    assertThat(taken).isEqualTo(300);
    assertThat(steps.get(0)).as("two connections, and seats for as many").isEqualTo(4);
    assertThat(steps.get(1)).isGreaterThan(steps.get(0));
    assertThat(steps).allMatch(step -> step <= 20 + 16);
    clock.pass(Duration.ofSeconds(6));
    assertThat(releases.release()).as("something left").isFalse();
  }

  @Test
  void theFirstSuccessOfALifeCallsWhatALineOfAnEarlierOneHolds() {
    QueuedMail inLine = parts.waiting(FAR, Duration.ofHours(1), Duration.ofMinutes(5));
    parts.waiting(FAR, Duration.ofHours(1), Duration.ofMinutes(6));
    succeed();
    releases.release();
    assertThat(delivered).containsExactly(List.of(inLine.id().text()));

    parts.deliver(inLine);
    clock.pass(Duration.ofSeconds(6));
    assertThat(releases.release()).as("the other waits for its time").isFalse();
    parts.waiting(FAR, Duration.ofHours(1), Duration.ofMinutes(5));
    succeed();
    assertThat(releases.release()).as("by the first success only").isFalse();
    assertThat(delivered).hasSize(1);
  }

  @Test
  void aReleasedMailThatFailsAgainIsNotReleasedAgain() {
    QueuedMail mail = parts.waiting(FAR, Duration.ofHours(1));
    goDown();
    comeBack();
    releases.release();
    parts.announce(
        new Publication().deferred(mail.parked(FAR, clock.instant().plus(Duration.ofMinutes(30)))));
    delivered.clear();
    clock.pass(Duration.ofSeconds(6));

    assertThat(releases.release()).isFalse();
    assertThat(delivered).isEmpty();
  }

  @Test
  void aMailThatNobodyTakesIsReleasedAgainForItMayNotHaveReachedTheBroker() {
    QueuedMail mail = parts.waiting(FAR, Duration.ofHours(1));
    goDown();
    comeBack();
    releases.release();
    releases.release();
    assertThat(delivered).hasSize(1);
    clock.pass(Duration.ofSeconds(2));
    releases.release();

    assertThat(delivered).hasSize(2).containsOnly(List.of(mail.id().text()));
  }

  @Test
  void theEndOfAPauseReleasesWhetherAPersonOrTheTimeEndsIt() {
    parts.waiting(FAR, Duration.ofHours(1));
    gate.pause(FAR, pause(Optional.of(clock.instant().plusSeconds(60))));
    releases.release();
    assertThat(delivered).isEmpty();
    clock.pass(Duration.ofSeconds(60));
    releases.release();
    assertThat(delivered).hasSize(1);

    parts.waiting("mx.near.test", Duration.ofHours(1));
    gate.pause("mx.near.test", pause(Optional.empty()));
    gate.resume("mx.near.test");
    releases.release();
    assertThat(delivered).hasSize(2);
  }

  @Test
  void theEndOfThePauseOfAllRelayingReleasesForEveryHop() {
    parts.waiting(FAR, Duration.ofHours(1));
    parts.waiting("mx.near.test", Duration.ofHours(1));
    gate.pauseRelaying(pause(Optional.empty()));
    gate.resumeRelaying();
    releases.release();

    assertThat(delivered).as("one call of the broker").hasSize(1);
    assertThat(delivered.get(0)).hasSize(2);
  }

  @Test
  void fewAreTriedAtOnceAndShowIt() {
    QueuedMail mail = parts.waiting(FAR, Duration.ofHours(1));
    releases.retryNow(entries());

    assertThat(delivered).hasSize(1);
    assertThat(Instant.ofEpochMilli(parts.index.find(mail.key()).orElseThrow().nextAttempt()))
        .isEqualTo(clock.instant());
  }

  @Test
  void allThatWaitsIsTriedWhenItsTimesMeanNothingAnyMore() {
    parts.waiting(FAR, Duration.ofHours(1));
    parts.waiting("mx.near.test", Duration.ofHours(1));
    QueuedMail ready = parts.mail("ann@corp.test", FAR);
    parts.announce(new Publication().ready(ready));
    releases.retryAll();

    assertThat(delivered).hasSize(1);
    assertThat(delivered.get(0)).hasSize(2).doesNotContain(ready.id().text());
  }

  @Test
  void thousandsShowThatTheyAreDueAndGoAsThereIsRoom() {
    waiting(2_000);
    releases.retryNow(entries());

    assertThat(delivered).isEmpty();
    assertThat(parts.index.entries())
        .allMatch(entry -> entry.nextAttempt() == clock.instant().toEpochMilli());
    releases.release();
    assertThat(delivered).hasSize(1);
    assertThat(delivered.get(0)).as("5 connections, and seats for as many").hasSize(10);
  }

  @Test
  void whenTheHopIsStillDownTheOthersWaitForTheirTimeAsBefore() {
    waiting(2_000);
    goDown();
    releases.retryNow(entries());
    releases.release();
    assertThat(delivered).hasSize(1);
    assertThat(delivered.get(0)).as("the probe").hasSize(1);
    fail();
    assertThat(releases.release()).isFalse();

    assertThat(parts.index.entries().filter(entry -> entry.nextAttempt() > clock.millis()))
        .hasSize(1_999);
  }

  private List<QueuedMail> waiting(int count) {
    List<QueuedMail> mails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mails.add(parts.waiting(FAR, Duration.ofHours(2).minusSeconds(i)));
    }
    return mails;
  }

  private List<QueueEntry> entries() {
    return parts.index.entries().toList();
  }

  private void goDown() {
    for (int i = 0; i < 5; i++) {
      fail();
    }
  }

  private void fail() {
    try (Slot slot = ((Granted) gate.ask(HOP)).slot()) {
      slot.failed(REFUSED);
    }
  }

  private void comeBack() {
    clock.pass(Duration.ofMinutes(5));
    succeed();
  }

  private void succeed(QueuedMail mail) {
    succeed();
    parts.deliver(mail);
  }

  private void succeed() {
    try (Slot slot = ((Granted) gate.ask(HOP)).slot()) {
      slot.succeeded();
    }
  }

  private Pause pause(Optional<Instant> until) {
    return new Pause("ann", "They move house", clock.instant(), until);
  }

  private final class Remembering extends WaitingMail {
    Remembering() {
      super(parts.index);
    }

    @Override
    public void deliverPartsNow(Collection<QueueEntry> those) {
      delivered.add(those.stream().map(QueueEntry::id).distinct().sorted().toList());
    }
  }
}
