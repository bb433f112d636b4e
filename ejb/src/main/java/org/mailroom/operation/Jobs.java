package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The jobs of this run of the hub: those under way, and the last ones that ended. */
@Singleton
public class Jobs {

  private static final Logger LOG = System.getLogger(Jobs.class.getName());
  private static final int KEPT = 100;
  private static final int AT_ONCE = 4;

  private final Map<Integer, Job> jobs = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
  private int last;

  /** No job yet. */
  @Inject
  public Jobs() {}

  /** The newest first. */
  public List<Job> list() {
    return List.copyOf(jobs.values());
  }

  /** The job of this id. */
  public Optional<Job> find(String id) {
    return id.matches("\\d{1,9}")
        ? Optional.ofNullable(jobs.get(Integer.valueOf(id)))
        : Optional.empty();
  }

  /**
   * A job that is about to be run.
   *
   * @param total how many things it meets
   * @throws OperationException when too many are under way
   */
  public Job begin(JobTask task, int total, Instant now) throws OperationException {
    requireRoom();
    Job job = new Job(nextId(), task, total, now);
    add(job);
    return job;
  }

  /** Refuses a further job while too many are under way. */
  void requireRoom() throws OperationException {
    if (areBusy()) {
      throw new OperationException(OperationReason.TOO_MANY_OPERATIONS.about());
    }
  }

  private boolean areBusy() {
    return jobs.values().stream().filter(job -> job.state() == Job.State.RUNNING).count()
        >= AT_ONCE;
  }

  private synchronized String nextId() {
    last++;
    return Integer.toString(last);
  }

  private synchronized void add(Job job) {
    jobs.put(Integer.valueOf(job.id()), job);
    List<Job> ended = new ArrayList<>(jobs.values());
    ended.removeIf(other -> other.state() == Job.State.RUNNING);
    ended.stream().skip(KEPT).forEach(this::forget);
  }

  /** What it exported goes with it. */
  void forget(Job job) {
    jobs.remove(Integer.valueOf(job.id()));
    deleteFile(job);
  }

  static void deleteFile(Job job) {
    try {
      if (job.file().isPresent()) {
        Files.deleteIfExists(job.file().get());
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An export can't be deleted", new UncheckedIOException(e));
    }
  }
}
