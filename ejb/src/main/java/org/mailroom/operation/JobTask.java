package org.mailroom.operation;

import java.util.Objects;

/**
 * What a job does.
 *
 * @param area what it is done to
 * @param operation as texts and REST name it, such as {@code hold}
 * @param about the filter of the mails, or the kind of entries of the directory
 * @param actor who wants it
 * @param reason why; may be empty
 * @param done what was done, for a sentence such as "4 held"
 */
public record JobTask(
    Area area, String operation, String about, String actor, String reason, String done) {

  /** What jobs are about. */
  public enum Area {
    QUEUE,
    DIRECTORY
  }

  /** Needs all of them. */
  public JobTask {
    Objects.requireNonNull(area, "a job is about something");
    Objects.requireNonNull(operation, "a job has an operation");
    Objects.requireNonNull(about, "a job has things that it is about");
    Objects.requireNonNull(actor, "a job has an actor");
    Objects.requireNonNull(reason, "a job has a reason, if an empty one");
    Objects.requireNonNull(done, "a job has a result");
  }

  static JobTask of(OperationRequest request) {
    return new JobTask(
        Area.QUEUE,
        request.operation().key(),
        request.filter().toString(),
        request.actor(),
        request.reason(),
        request.operation().done());
  }
}
