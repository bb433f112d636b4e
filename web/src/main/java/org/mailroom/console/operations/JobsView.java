package org.mailroom.console.operations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.console.Access;
import org.mailroom.console.Appearance;
import org.mailroom.console.Phrases;
import org.mailroom.operation.Job;
import org.mailroom.operation.Jobs;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/** Operations that are under way, and one's own that ended a moment ago. */
@Named
@RequestScoped
public class JobsView {

  private static final Duration SHOWN = Duration.ofMinutes(5);
  private static final int MOST = 3;
  private static final String RESOURCE = "jobs";

  @Inject Jobs jobs;
  @Inject Access access;
  @Inject Appearance appearance;
  @Inject Clock clock;

  /** The newest first. */
  public List<JobLine> getLines() {
    Instant now = clock.instant();
    Phrases phrases = appearance.phrases(now);
    return jobs.list().stream()
        .filter(job -> isShown(job, now))
        .limit(MOST)
        .map(job -> JobLine.of(job, phrases))
        .toList();
  }

  private boolean isShown(Job job, Instant now) {
    return job.state() == Job.State.RUNNING && access.reads(RESOURCE)
        || isOwn(job) && job.ended().map(end -> end.plus(SHOWN).isAfter(now)).orElse(true);
  }

  /** True while one is under way. */
  public boolean isBusy() {
    return jobs.list().stream()
        .anyMatch(
            job -> job.state() == Job.State.RUNNING && (access.reads(RESOURCE) || isOwn(job)));
  }

  /** Reads them anew, as everything of this request does. */
  public void refresh() {
    // What is shown is read when it is rendered.
  }

  /** Ends one after the mails that are under way; one's own without the right to all. */
  public void stop(String id) {
    Optional<Job> job = jobs.find(id);
    if (!job.map(this::isOwn).orElse(false)) {
      access.requireChange(RESOURCE);
    }
    job.ifPresent(Job::stop);
  }

  /** True when who is signed in may end it. */
  public boolean mayStop(String id) {
    return access.changes(RESOURCE) || jobs.find(id).filter(this::isOwn).isPresent();
  }

  private boolean isOwn(Job job) {
    return job.task().actor().equals(access.actor());
  }

  /** What one exported: the content of mails, for administrators only. */
  public StreamedContent file(String id) {
    access.requireChange(Contents.MAIL);
    Path file = jobs.find(id).flatMap(Job::file).orElseThrow();
    return DefaultStreamedContent.builder()
        .name("mails-" + id + ".zip")
        .contentType("application/zip")
        .stream(
            () -> {
              try {
                return Files.newInputStream(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .build();
  }
}
