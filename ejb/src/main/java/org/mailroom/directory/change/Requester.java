package org.mailroom.directory.change;

import java.util.Objects;

/**
 * Who asks for a change.
 *
 * @param actor a person or a token
 * @param reason in the actor's words; may be empty
 */
public record Requester(String actor, String reason) {

  /** Needs both. */
  public Requester {
    Objects.requireNonNull(actor, "a change has an actor");
    Objects.requireNonNull(reason, "a change has a reason, if an empty one");
  }
}
