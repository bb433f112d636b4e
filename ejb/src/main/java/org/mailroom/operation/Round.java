package org.mailroom.operation;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mailroom.broker.QueueName;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.WaitingMail;

/** Some thousand parts of a job, from wanting their change until each of them is settled. */
final class Round {

  /** So many in a selector are found at once. */
  static final int MOST = 4000;

  private static final int TAKERS = 6;
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration NUDGE = Duration.ofSeconds(3);
  private static final Duration GIVE_UP = Duration.ofSeconds(12);

  private final PartTaker.Tools tools;
  private final WaitingMail waiting;
  private final ManagedExecutorService threads;
  private final BooleanSupplier stopped;
  private final List<WantedPart> open = new ArrayList<>();
  private volatile boolean over;

  Round(
      PartTaker.Tools tools,
      WaitingMail waiting,
      ManagedExecutorService threads,
      BooleanSupplier stopped) {
    this.tools = tools;
    this.waiting = waiting;
    this.threads = threads;
    this.stopped = stopped;
  }

  /**
   * Returns when each part is settled.
   *
   * @throws InterruptedException when the hub is being stopped; changes that nobody took are
   *     withdrawn
   */
  void run(List<WantedPart> parts) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(parts.size());
    for (WantedPart part : parts) {
      part.whenSettled(left::countDown);
      want(part);
    }
    List<Future<?>> takers = List.of();
    try {
      nudge();
      takers = startTakers();
      await(left);
    } finally {
      over = true;
      withdraw();
      for (Future<?> taker : takers) {
        awaitEnd(taker);
      }
    }
  }

  private void want(WantedPart part) {
    String key = part.part().key();
    if (!tools.changes().want(key, part)) {
      part.skip(SkipReason.BUSY);
    } else if (tools.index().find(key).isEmpty() && tools.changes().cancel(key, part)) {
      part.skip(SkipReason.GONE);
    } else {
      open.add(part);
    }
  }

  /** What waits comes due, so that somebody takes it. */
  private void nudge() {
    List<QueueEntry> deferred =
        open.stream()
            .map(WantedPart::part)
            .map(part -> tools.index().find(part.key()))
            .flatMap(Optional::stream)
            .filter(part -> part.state() == QueueState.DEFERRED)
            .toList();
    if (!deferred.isEmpty()) {
      waiting.deliverPartsNow(deferred);
    }
  }

  private List<Future<?>> startTakers() {
    Map<QueueName, List<QueueEntry>> parts = new EnumMap<>(QueueName.class);
    for (WantedPart wanted : open) {
      QueueEntry part = tools.index().find(wanted.part().key()).orElse(wanted.part());
      for (QueueName name : queuesOf(part.state())) {
        parts.computeIfAbsent(name, n -> new ArrayList<>()).add(part);
      }
    }
    List<Future<?>> takers = new ArrayList<>();
    parts.forEach(
        (name, wanted) -> {
          String selector = WaitingMail.selector(name, wanted);
          int number = Math.min(TAKERS, 1 + wanted.size() / 20);
          for (int i = 0; i < number; i++) {
            start(new PartTaker(tools, name, selector, () -> !over)).ifPresent(takers::add);
          }
        });
    return takers;
  }

  /** With fewer of them it takes longer; consumers take their share. */
  private Optional<Future<?>> start(PartTaker taker) {
    try {
      return Optional.of(threads.submit(taker));
    } catch (RejectedExecutionException e) {
      return Optional.empty();
    }
  }

  private static Set<QueueName> queuesOf(QueueState state) {
    return switch (state) {
      case READY -> EnumSet.of(QueueName.RELAY, QueueName.DEFERRED);
      case DELIVERY -> EnumSet.of(QueueName.DELIVERY, QueueName.DEFERRED);
      case DEFERRED -> EnumSet.of(QueueName.DEFERRED);
      case HELD -> EnumSet.of(QueueName.HELD);
      case DEAD -> EnumSet.of(QueueName.DEAD);
      case IN_FLIGHT -> EnumSet.noneOf(QueueName.class);
    };
  }

  /** Ends before all are settled when nothing moves any more, or somebody stops the job. */
  private void await(CountDownLatch left) throws InterruptedException {
    long progress = System.nanoTime();
    long nudged = progress;
    long before = left.getCount();
    while (!left.await(LOOK.toMillis(), TimeUnit.MILLISECONDS) && !stopped.getAsBoolean()) {
      long time = System.nanoTime();
      if (left.getCount() < before) {
        before = left.getCount();
        progress = time;
      } else if (time - progress > GIVE_UP.toNanos()) {
        return;
      } else if (time - progress > NUDGE.toNanos() && time - nudged > NUDGE.toNanos()) {
        nudged = time;
        settleGone();
        nudge();
      }
      if (time - progress > NUDGE.toNanos() && isAllInAttempts()) {
        return;
      }
    }
  }

  private boolean isAllInAttempts() {
    return open.stream().filter(part -> !part.isSettled()).allMatch(this::isInAttempt);
  }

  private boolean isInAttempt(WantedPart part) {
    return tools
        .index()
        .find(part.part().key())
        .filter(entry -> entry.state() == QueueState.IN_FLIGHT)
        .isPresent();
  }

  private void settleGone() {
    for (WantedPart part : open) {
      String key = part.part().key();
      if (!part.isSettled()
          && tools.index().find(key).isEmpty()
          && tools.changes().cancel(key, part)) {
        part.skip(SkipReason.GONE);
      }
    }
  }

  /** A part in an attempt keeps its wish; nobody else's is left behind. */
  private void withdraw() {
    settleGone();
    for (WantedPart part : open.stream().filter(p -> !p.isSettled()).toList()) {
      if (stopped.getAsBoolean()) {
        if (tools.changes().cancel(part.part().key(), part)) {
          part.skip(SkipReason.STOPPED);
        }
      } else if (isInAttempt(part) && part.outlivesItsJob()) {
        part.leaveToItsAttempt();
      } else if (tools.changes().cancel(part.part().key(), part)) {
        part.skip(isInAttempt(part) ? SkipReason.IN_ATTEMPT : SkipReason.UNREACHED);
      }
    }
  }

  private static void awaitEnd(Future<?> taker) throws InterruptedException {
    try {
      taker.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
