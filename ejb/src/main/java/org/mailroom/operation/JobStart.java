package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.audit.AuditedAction;
import org.mailroom.queue.QueueEntry;

/** Begins jobs, each audited before it changes anything. */
@Singleton
public class JobStart {

  private final Jobs jobs;
  private final JobRunner runner;
  private final Audit audit;
  private final Clock clock;

  /** Lets {@code runner} run them. */
  @Inject
  public JobStart(Jobs jobs, JobRunner runner, Audit audit, Clock clock) {
    this.jobs = jobs;
    this.runner = runner;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins an operation on these parts, and returns before it is done.
   *
   * @throws OperationException when too many are under way
   */
  Job start(OperationRequest request, List<QueueEntry> parts) throws OperationException {
    jobs.requireRoom();
    long entry =
        audit.begin(
            new AuditedAction(
                request.actor(),
                request.operation().key(),
                request.filter().toString(),
                request.reason(),
                Optional.empty(),
                request.holdEnd().map(end -> "until " + end)));
    Job job = jobs.begin(JobTask.of(request), parts.size(), clock.instant());
    runner.start(job, request, parts, entry);
    return job;
  }
}
