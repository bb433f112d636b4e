package org.mailroom.hub;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something is stopped by a person.
 *
 * @param actor who did it
 * @param reason why, in that person's words
 * @param since when
 * @param until when it ends by itself; empty when only a person ends it
 */
public record Pause(String actor, String reason, Instant since, Optional<Instant> until) {

  /** Needs all of them. */
  public Pause {
    Objects.requireNonNull(actor, "a pause has an actor");
    Objects.requireNonNull(reason, "a pause has a reason");
    Objects.requireNonNull(since, "a pause has a beginning");
    Objects.requireNonNull(until, "a pause has an end or none");
  }

  /** False once its end has come. */
  public boolean holdsAt(Instant time) {
    return until.isEmpty() || time.isBefore(until.get());
  }
}
