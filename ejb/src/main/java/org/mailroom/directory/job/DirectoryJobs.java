package org.mailroom.directory.job;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.DirectoryException;
import org.mailroom.directory.change.DirectoryException.Why;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.ImportRow;
import org.mailroom.directory.change.Progress;
import org.mailroom.directory.change.Requester;
import org.mailroom.directory.change.Tally;
import org.mailroom.operation.Job;
import org.mailroom.operation.JobTask;
import org.mailroom.operation.JobThreads;
import org.mailroom.operation.Jobs;
import org.mailroom.operation.OperationException;

/** Begins changes of many entries as jobs. */
@Singleton
public class DirectoryJobs {

  /** So many entries are changed while somebody waits. */
  public static final int SHORT = 200;

  private final DirectoryChanges changes;
  private final Jobs jobs;
  private final JobThreads threads;
  private final Clock clock;

  private interface Change {
    Tally make(Progress progress) throws DirectoryException;
  }

  /** Changes this directory. */
  @Inject
  public DirectoryJobs(DirectoryChanges changes, Jobs jobs, JobThreads threads, Clock clock) {
    this.changes = changes;
    this.jobs = jobs;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Adds and changes entries.
   *
   * @throws DirectoryException when too much is under way already
   */
  public Job importAll(EntryKind kind, List<ImportRow> rows, Requester who)
      throws DirectoryException {
    return begin(
        new JobTask(
            JobTask.Area.DIRECTORY, "import", kind.plural(), who.actor(), who.reason(), "imported"),
        rows,
        progress -> changes.importAll(kind, rows, false, who, progress));
  }

  /**
   * Lets accounts in, or keeps them out.
   *
   * @throws DirectoryException when too much is under way already
   */
  public Job enableAll(List<ImportRow> rows, boolean enable, Requester who)
      throws DirectoryException {
    return begin(
        new JobTask(
            JobTask.Area.DIRECTORY,
            enable ? "enable" : "disable",
            EntryKind.ACCOUNT.plural(),
            who.actor(),
            who.reason(),
            enable ? "enabled" : "disabled"),
        rows,
        progress -> changes.setAll(EntryKind.ACCOUNT, rows, who, progress));
  }

  private Job begin(JobTask task, List<ImportRow> rows, Change change) throws DirectoryException {
    try {
      Job job = jobs.begin(task, rows.size(), clock.instant());
      threads.start(job, () -> run(job, change), () -> {});
      return job;
    } catch (OperationException e) {
      throw DirectoryException.of(Why.CONFLICT, e.refusal());
    }
  }

  private static void run(Job job, Change change) {
    try {
      Tally tally =
          change.make(
              entries -> {
                job.reached(entries);
                return !job.isStopWanted();
              });
      job.completed(tally.all(), tally.unchanged());
    } catch (DirectoryException e) {
      if (!job.isStopWanted()) {
        job.refused(e.refusals().getFirst());
      }
    }
  }
}
