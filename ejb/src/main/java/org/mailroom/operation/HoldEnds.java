package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;

/**
 * Releases held mail whose hold is over, by a job as a person would: it is audited and traced. A
 * job is one round, so that a hold which is made longer meanwhile is seen; the next one goes on.
 * When each hold ends is in the mail's record, so holds end after a restart as well. For one
 * thread.
 */
@Singleton
public class HoldEnds {

  /** Who releases the mail, for audit and traces. */
  static final String ACTOR = "hub";

  private static final String FILTER = "state:held hold<0s";

  /** Not to fill the audit while mail can't be released. */
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

  /** Begins a job. */
  interface Starts {
    Job start(OperationRequest request, List<QueueEntry> parts) throws OperationException;
  }

  private final QueueIndex index;
  private final Starts starts;
  private final Clock clock;
  private Job last;

  /** Holds that end at the time of {@code clock}. */
  @Inject
  public HoldEnds(QueueIndex index, JobStart starts, Clock clock) {
    this(index, starts::start, clock);
  }

  HoldEnds(QueueIndex index, Starts starts, Clock clock) {
    this.index = index;
    this.starts = starts;
    this.clock = clock;
  }

  /**
   * Begins to release what is due, unless that is under way.
   *
   * @throws OperationException when too many operations are under way
   * @throws org.mailroom.database.DatabaseException when it can't be audited
   */
  public void look() throws OperationException {
    Instant now = clock.instant();
    if (last != null && !isOver(last, now)) {
      return;
    }
    List<QueueEntry> over = index.holdsOver(now.toEpochMilli()).limit(Round.MOST).toList();
    if (!over.isEmpty()) {
      last = starts.start(release(), over);
    }
  }

  private static boolean isOver(Job job, Instant now) {
    Instant again = job.done() > 0 ? Instant.MIN : job.started().plus(AFTER_FAILURE);
    return job.state() != Job.State.RUNNING && !now.isBefore(again);
  }

  private static OperationRequest release() {
    try {
      return OperationRequest.of(Operation.RELEASE, QueueFilter.parse(FILTER), ACTOR, Hold.OVER);
    } catch (FilterException e) {
      throw new IllegalStateException(e);
    }
  }
}
