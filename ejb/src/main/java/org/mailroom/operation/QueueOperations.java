package org.mailroom.operation;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.filter.QueueFilter;

/**
 * The operators' way to the queue. Changes run as jobs, and are audited before they begin; what
 * can't be audited isn't done.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueOperations {

  private static final Comparator<QueueEntry> OLDEST_FIRST =
      Comparator.comparingLong(QueueEntry::firstQueued).thenComparing(QueueEntry::key);
  private static final int SAMPLE = 5;

  @Inject private QueueIndex index;
  @Inject private PartOperations operations;
  @Inject private Jobs jobs;
  @Inject private JobRunner runner;
  @Inject private Audit audit;
  @Inject private Clock clock;

  /** The parts that a filter matches, the oldest first. */
  public List<QueueEntry> find(QueueFilter filter) {
    Instant now = clock.instant();
    return index.entries().filter(part -> filter.matches(part, now)).sorted(OLDEST_FIRST).toList();
  }

  /**
   * What the operation would do. Changes nothing.
   *
   * @throws OperationException when it would be refused
   */
  public DryRun tryOut(OperationRequest request) throws OperationException {
    request.check();
    PartOperation operation = operations.of(request, Optional.empty());
    List<QueueEntry> parts = find(request.filter());
    Map<String, Integer> skipped = new TreeMap<>();
    List<QueueEntry> changing =
        parts.stream()
            .filter(
                part -> {
                  Optional<String> reason = skips(request, operation, part);
                  reason.ifPresent(why -> skipped.merge(why, 1, Integer::sum));
                  return reason.isEmpty();
                })
            .toList();
    return new DryRun(
        parts.size(), changing.size(), skipped, changing.stream().limit(SAMPLE).toList());
  }

  private static Optional<String> skips(
      OperationRequest request, PartOperation operation, QueueEntry part) {
    boolean atOnce =
        request.operation() == Operation.RETRY && part.state() == QueueState.DEFERRED
            || request.operation() == Operation.DELETE && !part.isReadable();
    return atOnce ? Optional.empty() : operation.skips(part);
  }

  /**
   * Begins the operation, and returns before it is done.
   *
   * @throws OperationException when it is refused
   */
  public Job start(OperationRequest request) throws OperationException {
    request.check();
    jobs.requireRoom();
    List<QueueEntry> parts = find(request.filter());
    long entry =
        audit.begin(
            AuditedAction.of(
                request.actor(),
                request.operation().key(),
                request.filter().toString(),
                request.reason()));
    Job job = jobs.begin(JobTask.of(request), parts.size(), clock.instant());
    runner.start(job, request, parts, entry);
    return job;
  }
}
