package org.mailroom.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.queue.QueuedMails.deferred;
import static org.mailroom.queue.QueuedMails.received;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.QueueId;

class QueueIndexTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 3000;

  private final QueueIndex index = new QueueIndex();

  @Test
  void aPartIsCountedWhereItStands() {
    index.put(QueueEntry.of(received(1), QueueState.READY));
    assertThat(index.ready("example.test")).isEqualTo(1);
    assertThat(index.readyOf("ann@corp.test")).isEqualTo(1);
    assertThat(index.take(received(1))).isTrue();
    assertThat(index.ready("example.test")).isZero();
    assertThat(index.count(QueueState.IN_FLIGHT)).isEqualTo(1);
    index.put(QueueEntry.of(deferred(1, 300), QueueState.DEFERRED));
    index.finish(received(1));
    assertThat(index.count(QueueState.IN_FLIGHT)).isZero();
    assertThat(index.waitingFor("mx.example.test")).hasSize(1);
    index.take(deferred(1, 300));
    index.finish(deferred(1, 300));
    assertThat(index.size()).isZero();
    assertThat(index.awaited()).isEmpty();
  }

  @Test
  void aPublicationThatFailedLeavesTheIndexAsItWas() {
    index.put(QueueEntry.of(received(1), QueueState.READY));
    index.take(received(1));
    QueueEntry next = QueueEntry.of(deferred(1, 300), QueueState.DEFERRED);
    Optional<QueueEntry> before = index.put(next);
    index.withdraw(next, before);
    assertThat(index.find(received(1).key()).map(QueueEntry::state)).contains(QueueState.IN_FLIGHT);
    index.giveBack(received(1), QueueState.READY);
    assertThat(index.ready("example.test")).isEqualTo(1);
    assertThat(index.waiting("mx.example.test")).isZero();
  }

  @Test
  void whoeverWaitsForANextHopStandsInLineByAge() {
    for (int i : List.of(5, 3, 9, 1)) {
      index.put(QueueEntry.of(deferred(i, 300), QueueState.DEFERRED));
    }
    assertThat(index.waitingFor("mx.example.test").map(QueueEntry::id))
        .containsExactlyElementsOf(
            IntStream.of(1, 3, 5, 9).mapToObj(QueuedMails::id).map(QueueId::text).toList());
  }

  @Test
  void holdsAreOverInTheOrderInWhichTheyEnd() {
    long noon = QueuedMails.NOON.toEpochMilli();
    for (int seconds : List.of(50, 30, 90, 10)) {
      index.put(QueueEntry.of(heldFor(seconds), QueueState.HELD));
    }
    index.put(QueueEntry.of(received(1).heldUntil(Optional.empty()), QueueState.HELD));
    index.put(QueueEntry.of(deferred(2, 20), QueueState.DEFERRED));
    assertThat(index.holdsOver(noon + 50_000).map(QueueEntry::key))
        .containsExactly(heldFor(10).key(), heldFor(30).key(), heldFor(50).key());
    index.take(heldFor(10));
    assertThat(index.holdsOver(noon + 10_000)).isEmpty();
    index.giveBack(heldFor(10), QueueState.HELD);
    assertThat(index.holdsOver(noon + 10_000)).hasSize(1);
    index.put(QueueEntry.of(heldFor(10).due(), QueueState.READY));
    index.clear();
    assertThat(index.holdsOver(Long.MAX_VALUE)).isEmpty();
  }

  /** The mail of this number, whose hold ends so many seconds after noon. */
  private static QueuedMail heldFor(int seconds) {
    return received(seconds).heldUntil(Optional.of(QueuedMails.NOON.plusSeconds(seconds)));
  }

  @Test
  void whatManyPartsShareIsThereOnce() {
    QueueEntry one = QueueEntry.of(deferred(1, 300), QueueState.DEFERRED);
    QueueEntry other = QueueEntry.of(deferred(2, 300), QueueState.DEFERRED);
    assertThat(other.nextHop()).isSameAs(one.nextHop());
    assertThat(other.client()).isSameAs(one.client());
    assertThat(other.reversePath()).isSameAs(one.reversePath());
    assertThat(other.last().orElseThrow()).isSameAs(one.last().orElseThrow());
  }

  @Test
  void whateverManyThreadsDoAtOnceAllCountsEndAtZero()
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * ROUNDS;
        running.add(threads.submit(() -> liveManyLives(first)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(index.size()).isZero();
    assertThat(index.counts().values()).containsOnly(0L);
    assertThat(index.awaited()).isEmpty();
    assertThat(index.ready("example.test")).isZero();
    assertThat(index.ready("mx.example.test")).isZero();
    assertThat(index.readyOf("ann@corp.test")).isZero();
  }

  @Test
  void twoThreadsOnOnePartLeaveNothingOfIt() throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < ROUNDS; i++) {
        QueuedMail first = received(i);
        QueuedMail second = deferred(i, 300);
        index.put(QueueEntry.of(first, QueueState.READY));
        index.take(first);
        index.put(QueueEntry.of(second, QueueState.DEFERRED));
        Future<?> one = threads.submit(() -> index.finish(first));
        Future<?> other =
            threads.submit(
                () -> {
                  index.take(second);
                  index.finish(second);
                });
        one.get();
        other.get();
      }
    }
    assertThat(index.size()).isZero();
    assertThat(index.counts().values()).containsOnly(0L);
  }

  /** Received, given back, deferred, refused by the broker, taken again, and gone. */
  private void liveManyLives(int first) {
    Random random = new Random(first);
    for (int i = first; i < first + ROUNDS; i++) {
      QueuedMail mail = received(i);
      QueueEntry entry = QueueEntry.of(mail, QueueState.READY);
      Optional<QueueEntry> before = index.put(entry);
      if (random.nextInt(10) == 0) {
        index.withdraw(entry, before);
        continue;
      }
      for (int life = random.nextInt(4); life > 0; life--) {
        index.take(mail);
        if (random.nextBoolean()) {
          index.giveBack(mail, QueueState.READY);
          index.take(mail);
        }
        QueuedMail next = deferred(i, 300);
        for (int generation = next.generation(); generation <= mail.generation(); generation++) {
          next = next.again();
        }
        QueueEntry waits = QueueEntry.of(next, QueueState.DEFERRED);
        Optional<QueueEntry> known = index.put(waits);
        if (random.nextInt(5) == 0) {
          index.withdraw(waits, known);
        } else {
          index.finish(mail);
          mail = next;
        }
      }
      index.take(mail);
      index.finish(mail);
    }
  }
}
