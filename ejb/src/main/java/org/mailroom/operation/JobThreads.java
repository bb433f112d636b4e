package org.mailroom.operation;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.RejectedExecutionException;

/** Has each job done on a thread of its own, and notes how it ended. */
@Singleton
public class JobThreads {

  private static final Logger LOG = System.getLogger(JobThreads.class.getName());

  private final Clock clock;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/mailroom-operations")
  private ManagedExecutorService threads;

  /** What a job does. */
  @FunctionalInterface
  public interface Work {
    /** Does it, until it is done or the job had better end. */
    void run() throws IOException, InterruptedException;
  }

  /** Threads of the container. */
  @Inject
  public JobThreads(Clock clock) {
    this.clock = clock;
  }

  /**
   * Starts it.
   *
   * @param ended called when it has ended, however
   * @throws OperationException when the hub has no thread for it
   */
  public void start(Job job, Work work, Runnable ended) throws OperationException {
    try {
      threads.execute(() -> run(job, work, ended));
    } catch (RejectedExecutionException e) {
      job.failed("the hub has no thread for it");
      job.end(clock.instant());
      throw new OperationException(OperationReason.TOO_MANY_OPERATIONS.about());
    }
  }

  private void run(Job job, Work work, Runnable ended) {
    try {
      work.run();
    } catch (InterruptedException e) {
      job.failed("the hub is being stopped");
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.ERROR, "The operation " + job.id() + " failed", e);
      job.failed(String.valueOf(e.getMessage()));
    } finally {
      job.end(clock.instant());
      ended.run();
    }
  }
}
