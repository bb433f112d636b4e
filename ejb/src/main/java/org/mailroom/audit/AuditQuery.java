package org.mailroom.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entries of the audit are wanted: those that fit all that is given. Texts are compared in
 * either case; an empty one fits everything.
 *
 * @param actor a piece of who
 * @param action the beginning of what
 * @param subject a piece of to what
 * @param from at that time or later
 * @param to before that time
 * @param before only entries with a lower id; {@link Long#MAX_VALUE} for the newest
 * @param size 1 to {@link Audit#MAX_PAGE}
 */
public record AuditQuery(
    String actor,
    String action,
    String subject,
    Optional<Instant> from,
    Optional<Instant> to,
    long before,
    int size) {

  /** What {@code like} takes as itself behind it. */
  static final char ESCAPE = '!';

  /** Refuses pages of other sizes. */
  public AuditQuery {
    Objects.requireNonNull(actor, "an empty actor is any");
    Objects.requireNonNull(action, "an empty action is any");
    Objects.requireNonNull(subject, "an empty subject is any");
    if (size < 1 || size > Audit.MAX_PAGE) {
      throw new IllegalArgumentException(
          "A page of the audit has 1 to " + Audit.MAX_PAGE + " entries");
    }
  }

  /** Any entries. */
  public static AuditQuery all(long before, int size) {
    return new AuditQuery("", "", "", Optional.empty(), Optional.empty(), before, size);
  }

  /** The page behind the entry of that id. */
  public AuditQuery behind(long id) {
    return new AuditQuery(actor, action, subject, from, to, id, size);
  }

  String actorPattern() {
    return "%" + pattern(actor);
  }

  String actionPattern() {
    return pattern(action);
  }

  String subjectPattern() {
    return "%" + pattern(subject);
  }

  private static String pattern(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", ESCAPE + "$0") + "%";
  }
}
