package org.mailroom.directory.change;

import java.util.Objects;
import org.mailroom.directory.Remit;

/**
 * Who asks for a change.
 *
 * @param actor a person or a token
 * @param reason in the actor's words; may be empty
 * @param remit what they may change
 */
public record Requester(String actor, String reason, Remit remit) {

  /** Needs all of them. */
  public Requester {
    Objects.requireNonNull(actor, "a change has an actor");
    Objects.requireNonNull(reason, "a change has a reason, if an empty one");
    Objects.requireNonNull(remit, "who asks may change something or nothing");
  }

  /** Who may change all of the directory. */
  public Requester(String actor, String reason) {
    this(actor, reason, Remit.WHOLE);
  }
}
