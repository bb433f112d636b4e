package org.mailroom.operation;

import java.util.concurrent.atomic.AtomicReference;
import org.mailroom.queue.PartChange;
import org.mailroom.queue.Publication;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueException;
import org.mailroom.queue.QueuedMail;

/**
 * One part of a job, from when its change is wanted until it is settled: once, by whoever is first.
 */
final class WantedPart implements PartChange {

  private enum State {
    WANTED,
    SETTLED
  }

  private final QueueEntry part;
  private final PartOperation operation;
  private final Tally tally;
  private final AtomicReference<State> state = new AtomicReference<>(State.WANTED);
  private volatile Runnable settled = () -> {};

  WantedPart(QueueEntry part, PartOperation operation, Tally tally) {
    this.part = part;
    this.operation = operation;
    this.tally = tally;
  }

  QueueEntry part() {
    return part;
  }

  /** Runs this once, when the part is settled; to be called before it is wanted. */
  void whenSettled(Runnable listener) {
    settled = listener;
  }

  boolean isSettled() {
    return state.get() == State.SETTLED;
  }

  /** False when nobody can make the change for a job that has ended. */
  boolean outlivesItsJob() {
    return operation.outlivesItsJob();
  }

  @Override
  public Publication apply(QueuedMail mail) throws QueueException {
    try {
      return operation.make(mail, part.state());
    } catch (QueueException | RuntimeException e) {
      skip("a fault of the hub: " + e.getMessage());
      throw e;
    }
  }

  @Override
  public void applied(QueuedMail mail) {
    operation.made(mail);
    settle(tally::done);
  }

  @Override
  public void tooLate(String key) {
    skip(SkipReason.GONE);
  }

  void skip(SkipReason reason) {
    skip(reason.words());
  }

  void skip(String reason) {
    settle(() -> tally.skipped(reason));
  }

  /** The job doesn't wait for it any more. */
  void leaveToItsAttempt() {
    settle(tally::inAttempt);
  }

  private void settle(Runnable counted) {
    if (state.compareAndSet(State.WANTED, State.SETTLED)) {
      counted.run();
      settled.run();
    }
  }
}
