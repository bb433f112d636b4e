package org.mailroom.console.queue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.operations.Contents;
import org.mailroom.console.operations.FilterWords;
import org.mailroom.console.operations.Toast;
import org.mailroom.operation.Job;
import org.mailroom.operation.Jobs;
import org.mailroom.operation.Operation;
import org.mailroom.operation.OperationException;
import org.mailroom.operation.OperationRequest;
import org.mailroom.operation.QueueOperations;
import org.mailroom.queue.filter.FilterException;
import org.mailroom.queue.filter.QueueFilter;

/** Header and source of the mail that is open: for administrators, by an export of it alone. */
@Named
@ViewScoped
public class SourceView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String REASON = "read in the console";

  @Inject QueueOperations operations;
  @Inject transient Jobs jobs;
  @Inject Access access;
  @Inject Appearance appearance;

  private String job = "";
  private transient Contents contents;

  /** Begins to fetch it; the audit has it then. */
  public void fetch(String id) {
    access.requireChange(Contents.MAIL);
    try {
      job =
          operations
              .start(
                  OperationRequest.of(
                      Operation.EXPORT, QueueFilter.parseIdOrFilter(id), access.actor(), REASON))
              .id();
    } catch (FilterException | OperationException e) {
      Toast.show(FilterWords.ofAny(e, appearance.phrases(Instant.EPOCH)));
    }
  }

  /** Looks whether it is there. */
  public void refresh() {
    // What is shown is read when it is rendered.
  }

  /** True while it is being fetched. */
  public boolean isAwaited() {
    return job().filter(it -> it.state() == Job.State.RUNNING).isPresent();
  }

  /** True when it was asked for, and there is nothing: the mail has left, or is in an attempt. */
  public boolean isMissing() {
    return !job.isEmpty() && !isAwaited() && getContents() == null;
  }

  /** Header and source, or null. */
  public Contents getContents() {
    if (contents == null && !isAwaited()) {
      access.requireChange(Contents.MAIL);
      contents = job().filter(it -> it.done() > 0).flatMap(Job::file).map(this::read).orElse(null);
    }
    return contents;
  }

  private Optional<Job> job() {
    return job.isEmpty() ? Optional.empty() : jobs.find(job);
  }

  private Contents read(java.nio.file.Path file) {
    try {
      return Contents.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
