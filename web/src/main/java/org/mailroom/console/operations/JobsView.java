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
    return job.state() == Job.State.RUNNING
        || job.request().actor().equals(access.actor())
            && job.ended().filter(end -> end.plus(SHOWN).isAfter(now)).isPresent();
  }

  /** True while one is under way. */
  public boolean isBusy() {
    return jobs.list().stream().anyMatch(job -> job.state() == Job.State.RUNNING);
  }

  /** Reads them anew, as everything of this request does. */
  public void refresh() {
    // What is shown is read when it is rendered.
  }

  /** Ends one after the mails that are under way. */
  public void stop(String id) {
    access.requireChange("jobs");
    jobs.find(id).ifPresent(Job::stop);
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
