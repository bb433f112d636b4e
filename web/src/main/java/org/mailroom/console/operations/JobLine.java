package org.mailroom.console.operations;

import java.util.Locale;
import org.mailroom.console.Phrases;
import org.mailroom.operation.Job;
import org.mailroom.operation.JobTask;

/**
 * A job as a line above the page, in words.
 *
 * @param id its number
 * @param state the key of its style
 * @param what what it does, and to what
 * @param result what came of it so far
 * @param settled mails that it has done with
 * @param total mails that it met
 * @param file true when there is a file to download
 */
public record JobLine(
    String id, String state, String what, String result, int settled, int total, boolean file) {

  static JobLine of(Job job, Phrases phrases) {
    JobTask task = job.task();
    return new JobLine(
        job.id(),
        job.state().name().toLowerCase(Locale.ROOT),
        phrases.text(
            "job.what",
            phrases.text("operation." + task.operation()),
            task.area() == JobTask.Area.QUEUE
                ? about(task.about(), phrases)
                : phrases.text("nav." + task.about())),
        new JobWords(phrases).result(job),
        job.settled(),
        job.total(),
        job.file().isPresent());
  }

  /** A filter as it is; a list of ids by their number. */
  static String about(String filter, Phrases phrases) {
    boolean picked = filter.startsWith("id:") && filter.indexOf(',') > 0 && filter.indexOf(' ') < 0;
    return picked ? phrases.text("job.picked", filter.split(",", -1).length) : filter;
  }

  /** True while it is under way. */
  public boolean isRunning() {
    return state.equals("running");
  }

  /** The end of its progress bar, which is never nothing. */
  public int most() {
    return Math.max(1, total);
  }
}
