package org.mailroom.audit;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody is about to do.
 *
 * @param actor who
 * @param action in a word such as {@code hold}
 * @param subject an id, a filter, a next hop
 * @param reason why, in the actor's words; may be empty
 * @param before what it is now, where that is small
 * @param after what it will be, where that is small
 */
public record AuditedAction(
    String actor,
    String action,
    String subject,
    String reason,
    Optional<String> before,
    Optional<String> after) {

  /** Needs all of them. */
  public AuditedAction {
    Objects.requireNonNull(actor, "an audited action has an actor");
    Objects.requireNonNull(action, "an audited action has a name");
    Objects.requireNonNull(subject, "an audited action has a subject");
    Objects.requireNonNull(reason, "an audited action has a reason, if an empty one");
  }

  /** An action without values before and after it. */
  public static AuditedAction of(String actor, String action, String subject, String reason) {
    return new AuditedAction(actor, action, subject, reason, Optional.empty(), Optional.empty());
  }

  /** The same with values before and after it. */
  public AuditedAction from(String valueBefore, String valueAfter) {
    return new AuditedAction(
        actor, action, subject, reason, Optional.of(valueBefore), Optional.of(valueAfter));
  }
}
