package org.mailroom.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.delivery.LocalParts;
import org.mailroom.mail.ReversePath;
import org.mailroom.metrics.MailCounters;
import org.mailroom.queue.Publication;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.QueuedMail;
import org.mailroom.queue.QueuedMails;
import org.mailroom.queue.filter.QueueFilter;
import org.mailroom.tracking.MailLog;
import org.mailroom.tracking.TraceBacklog;
import org.mailroom.tracking.TraceEvent;
import org.mailroom.tracking.TraceKind;

/** What becomes of a part; what is told of it is tested with the whole hub. */
class PartOperationsTest {

  private static final Instant NOW = QueuedMails.NOON.plusSeconds(60);
  private static final QueuedMail WAITING = QueuedMails.deferred(1, 3600);

  private final TraceBacklog traces = new TraceBacklog(100);
  private final MailLog log =
      new MailLog(traces, Clock.fixed(NOW, ZoneOffset.UTC), new MailCounters());
  private final PartOperations operations =
      new PartOperations(null, log, null, Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void heldMailHasNoNextAttempt() throws Exception {
    Entry held = only(of(Operation.HOLD).make(WAITING, QueueState.DEFERRED));
    assertThat(held.state()).isEqualTo(Publication.State.HELD);
    assertThat(held.mail().nextAttempt()).isEmpty();
    assertThat(held.mail().generation()).isGreaterThan(WAITING.generation());
    assertThat(held.mail().attempts()).isEqualTo(WAITING.attempts());
  }

  @Test
  void releasedMailIsReady() throws Exception {
    Entry released = only(of(Operation.RELEASE).make(WAITING.due(), QueueState.HELD));
    assertThat(released.state()).isEqualTo(Publication.State.READY);
  }

  @Test
  void deadMailBeginsAnew() throws Exception {
    QueuedMail dead = WAITING.afterFault(WAITING.envelope().recipients(), NOW);
    Entry retried = only(of(Operation.RETRY).make(dead, QueueState.DEAD));
    assertThat(retried.state()).isEqualTo(Publication.State.READY);
    assertThat(retried.mail().faults()).isZero();
  }

  @Test
  void reroutedMailIsDueAtOnce() throws Exception {
    Entry rerouted = only(of(Operation.REROUTE).make(WAITING, QueueState.DEFERRED));
    assertThat(rerouted.state()).isEqualTo(Publication.State.READY);
    assertThat(rerouted.mail().route()).contains("[192.0.2.9]:25");
    assertThat(rerouted.mail().nextAttempt()).isEmpty();
  }

  @Test
  void reroutedMailThatIsHeldStaysHeld() throws Exception {
    Entry rerouted = only(of(Operation.REROUTE).make(WAITING, QueueState.HELD));
    assertThat(rerouted.state()).isEqualTo(Publication.State.HELD);
    assertThat(rerouted.mail().route()).contains("[192.0.2.9]:25");
  }

  @Test
  void mailWithAnotherExpiryWaitsAsBefore() throws Exception {
    Entry changed = only(of(Operation.EXPIRE).make(WAITING, QueueState.DEFERRED));
    assertThat(changed.state()).isEqualTo(Publication.State.DEFERRED);
    assertThat(changed.mail().expiry()).isEqualTo(NOW.plusSeconds(7200));
    assertThat(changed.mail().nextAttempt()).isEqualTo(WAITING.nextAttempt());
  }

  @ParameterizedTest
  @ValueSource(strings = {LocalParts.RECIPIENTS, LocalParts.MAILBOXES})
  void mailForMailboxesIsReadyForThemAgain(String group) throws Exception {
    QueuedMail local =
        WAITING.split(1, ReversePath.NULL, WAITING.envelope().recipients(), group).due();
    assertThat(only(of(Operation.HOLD).make(local, QueueState.DELIVERY)).state())
        .isEqualTo(Publication.State.HELD);
    for (Entry entry :
        List.of(
            only(of(Operation.RELEASE).make(local, QueueState.HELD)),
            only(of(Operation.RETRY).make(local, QueueState.DEAD)),
            only(of(Operation.EXPIRE).make(local, QueueState.DELIVERY)),
            only(of(Operation.EXPORT).make(local, QueueState.DELIVERY)))) {
      assertThat(entry.state()).isEqualTo(Publication.State.DELIVERY);
      assertThat(entry.mail().generation()).isGreaterThan(local.generation());
    }
  }

  @Test
  void mailForMailboxesThatIsReroutedIsReadyForItsNextHop() throws Exception {
    QueuedMail local =
        WAITING.split(1, ReversePath.NULL, WAITING.envelope().recipients(), LocalParts.RECIPIENTS);
    QueuedMail rerouted = only(of(Operation.REROUTE).make(local, QueueState.DELIVERY)).mail();
    assertThat(rerouted.route()).contains("[192.0.2.9]:25");
    assertThat(only(of(Operation.REROUTE).make(local, QueueState.DELIVERY)).state())
        .isEqualTo(Publication.State.READY);
    assertThat(only(of(Operation.RELEASE).make(rerouted, QueueState.HELD)).state())
        .isEqualTo(Publication.State.READY);
  }

  @Test
  void deletedMailIsReplacedByNothing() throws Exception {
    assertThat(of(Operation.DELETE).make(WAITING, QueueState.DEFERRED).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "HOLD, READY, true",
    "HOLD, DEFERRED, true",
    "HOLD, IN_FLIGHT, true",
    "HOLD, HELD, false",
    "HOLD, DEAD, false",
    "RELEASE, HELD, true",
    "RELEASE, DEFERRED, false",
    "RETRY, DEAD, true",
    "RETRY, HELD, false",
    "RETRY, READY, false",
    "REROUTE, HELD, true",
    "EXPIRE, DEFERRED, true",
    "DELETE, DEAD, true",
    "HOLD, DELIVERY, true",
    "RELEASE, DELIVERY, false",
    "RETRY, DELIVERY, false",
    "REROUTE, DELIVERY, true",
    "EXPIRE, DELIVERY, true",
    "FAIL, DELIVERY, true",
    "DELETE, DELIVERY, true",
    "EXPORT, DELIVERY, true",
    "EXPORT, HELD, true"
  })
  void anOperationFitsSomeStates(Operation operation, QueueState state, boolean fits)
      throws Exception {
    QueueEntry part = QueueEntry.of(state == QueueState.HELD ? WAITING.due() : WAITING, state);
    assertThat(of(operation).skips(part).isEmpty()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({"HOLD, HELD", "RELEASE, RELEASED", "REROUTE, REROUTED", "EXPIRE, RESCHEDULED"})
  void theTraceSaysWhoDidItAndWhy(Operation operation, TraceKind kind) throws Exception {
    of(operation).made(WAITING);
    TraceEvent.Happened event = (TraceEvent.Happened) traces.take(100).get(0);
    assertThat(event.id()).isEqualTo(WAITING.id());
    assertThat(event.kind()).isEqualTo(kind);
    assertThat(event.actor()).isEqualTo("ann");
    assertThat(event.detail()).endsWith("a test");
  }

  @ParameterizedTest
  @CsvSource({"HOLD, true", "EXPIRE, true", "FAIL, true", "EXPORT, false"})
  void onlyAnExportIsOverWithItsJob(Operation operation, boolean outlives) throws Exception {
    assertThat(of(operation).outlivesItsJob()).isEqualTo(outlives);
  }

  @ParameterizedTest
  @CsvSource({
    ", , false",
    ", 2026-11-22T14:00:00Z, false",
    "2026-11-22T14:00:00Z, , true",
    "2026-11-22T14:00:00Z, 2026-11-22T15:00:00Z, true",
    "2026-11-22T14:00:00Z, 2026-11-22T14:00:00Z, false",
    "2026-11-22T14:00:00Z, 2026-11-22T13:00:00Z, false"
  })
  void aSecondHoldMakesAHoldLongerAndNeverShorter(Instant first, Instant second, boolean changes) {
    QueuedMail held =
        new Hold(Optional.ofNullable(first))
            .make(WAITING, QueueState.READY)
            .entries()
            .get(0)
            .mail();
    assertThat(held.nextAttempt()).isEqualTo(Optional.ofNullable(first));
    QueueEntry part = QueueEntry.of(held, QueueState.HELD);
    assertThat(new Hold(Optional.ofNullable(second)).skips(part).isEmpty()).isEqualTo(changes);
  }

  @Test
  void otherOperationsLeaveTheEndOfAHoldAsItIs() throws Exception {
    Optional<Instant> end = Optional.of(NOW.plusSeconds(600));
    QueuedMail held = WAITING.heldUntil(end);
    for (Operation operation : List.of(Operation.EXPIRE, Operation.REROUTE, Operation.EXPORT)) {
      Entry entry = only(of(operation).make(held, QueueState.HELD));
      assertThat(entry.state()).isEqualTo(Publication.State.HELD);
      assertThat(entry.mail().nextAttempt()).isEqualTo(end);
    }
    assertThat(only(of(Operation.RELEASE).make(held, QueueState.HELD)).mail().nextAttempt())
        .isEmpty();
  }

  @Test
  void theTraceSaysUntilWhenAMailIsHeld() throws Exception {
    of(Operation.HOLD, Optional.of(NOW.plusSeconds(600))).made(WAITING);
    TraceEvent.Happened event = (TraceEvent.Happened) traces.take(100).get(0);
    assertThat(event.detail()).isEqualTo("until " + NOW.plusSeconds(600) + ": a test");
  }

  private PartOperation of(Operation operation) throws Exception {
    return of(operation, Optional.empty());
  }

  private PartOperation of(Operation operation, Optional<Instant> holdEnd) throws Exception {
    OperationRequest request =
        new OperationRequest(
            operation,
            QueueFilter.parse("all"),
            "ann",
            "a test",
            Optional.of("[192.0.2.9]:25"),
            Optional.of(NewExpiry.parse("2h", NOW)),
            holdEnd);
    return operations.of(request, Optional.empty());
  }

  private static Entry only(Publication publication) {
    assertThat(publication.entries()).hasSize(1);
    return publication.entries().get(0);
  }
}
