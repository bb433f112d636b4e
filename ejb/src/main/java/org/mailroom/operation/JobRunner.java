package org.mailroom.operation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.audit.Audit;
import org.mailroom.database.DatabaseException;
import org.mailroom.queue.Burial;
import org.mailroom.queue.DeadMessages;
import org.mailroom.queue.MailQueue;
import org.mailroom.queue.QueueChanges;
import org.mailroom.queue.QueueEntry;
import org.mailroom.queue.QueueIndex;
import org.mailroom.queue.QueueRecord;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.WaitingMail;
import org.mailroom.relay.Releases;
import org.mailroom.settings.Settings;

/** Runs jobs, round by round. */
@Singleton
public class JobRunner {

  private static final Logger LOG = System.getLogger(JobRunner.class.getName());

  private final PartOperations operations;
  private final Releases releases;
  private final WaitingMail waiting;
  private final DeadMessages dead;
  private final QueueRecord records;
  private final QueueIndex index;
  private final QueueChanges changes;
  private final MailQueue queue;
  private final Burial burial;
  private final Audit audit;
  private final Settings settings;
  private final JobThreads starts;

  @Resource(lookup = "java:/jms/MailroomCF")
  private ConnectionFactory broker;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/mailroom-operations")
  private ManagedExecutorService threads;

  /** Runs jobs on the hub's queue. */
  @Inject
  public JobRunner(
      PartOperations operations,
      Releases releases,
      WaitingMail waiting,
      DeadMessages dead,
      QueueRecord records,
      QueueIndex index,
      QueueChanges changes,
      MailQueue queue,
      Burial burial,
      Audit audit,
      Settings settings,
      JobThreads starts) {
    this.operations = operations;
    this.releases = releases;
    this.waiting = waiting;
    this.dead = dead;
    this.records = records;
    this.index = index;
    this.changes = changes;
    this.queue = queue;
    this.burial = burial;
    this.audit = audit;
    this.settings = settings;
    this.starts = starts;
  }

  /**
   * Starts it.
   *
   * @throws OperationException when the hub has no thread for it
   */
  void start(Job job, OperationRequest request, List<QueueEntry> parts, long auditId)
      throws OperationException {
    starts.start(job, () -> run(job, request, parts), () -> end(job, auditId));
  }

  private void end(Job job, long auditId) {
    try {
      audit.end(auditId, job.done(), job.inWords());
    } catch (DatabaseException e) {
      LOG.log(Level.ERROR, "The audit lacks the end of " + job.id() + ": " + job.inWords(), e);
    }
  }

  private void run(Job job, OperationRequest request, List<QueueEntry> parts)
      throws IOException, InterruptedException {
    if (request.operation() != Operation.EXPORT) {
      run(job, request, parts, operations.of(request, Optional.empty()));
      return;
    }
    MailArchive archive =
        new MailArchive(settings.data().resolve("spool/export-" + job.id() + ".zip"));
    try (archive) {
      run(job, request, parts, operations.of(request, Optional.of(archive)));
    }
    job.hasFile(archive.file());
  }

  private void run(
      Job job, OperationRequest request, List<QueueEntry> parts, PartOperation operation)
      throws InterruptedException {
    PartTaker.Tools tools = new PartTaker.Tools(broker, records, index, changes, queue, burial);
    List<QueueEntry> rest = atOnce(job, request, parts);
    for (int i = 0; i < rest.size(); i += Round.MOST) {
      List<WantedPart> round = new ArrayList<>();
      for (QueueEntry part : rest.subList(i, Math.min(rest.size(), i + Round.MOST))) {
        WantedPart wanted = new WantedPart(part, operation, job.tally());
        Optional<String> reason =
            job.isStopWanted() ? Optional.of(SkipReason.STOPPED.words()) : operation.skips(part);
        reason.ifPresentOrElse(wanted::skip, () -> round.add(wanted));
      }
      if (!round.isEmpty()) {
        new Round(tools, waiting, threads, job::isStopWanted).run(round);
      }
    }
  }

  private List<QueueEntry> atOnce(Job job, OperationRequest request, List<QueueEntry> parts) {
    return switch (request.operation()) {
      case RETRY -> retry(job, parts);
      case DELETE -> deleteUnreadable(job, parts);
      default -> parts;
    };
  }

  /** What is no mail can't be taken as one. */
  private List<QueueEntry> deleteUnreadable(Job job, List<QueueEntry> parts) {
    for (QueueEntry part : parts) {
      if (!part.isReadable()) {
        if (dead.remove(part)) {
          job.tally().done();
        } else {
          job.tally().skipped(SkipReason.GONE);
        }
      }
    }
    return parts.stream().filter(QueueEntry::isReadable).toList();
  }

  /** What waits is retried without being taken: the broker makes it come due. */
  private List<QueueEntry> retry(Job job, List<QueueEntry> parts) {
    List<QueueEntry> deferred =
        parts.stream().filter(part -> part.state() == QueueState.DEFERRED).toList();
    releases.retryNow(deferred);
    job.tally().done(deferred.size());
    return parts.stream().filter(part -> part.state() != QueueState.DEFERRED).toList();
  }
}
