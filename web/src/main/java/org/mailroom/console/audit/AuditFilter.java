package org.mailroom.console.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.audit.AuditQuery;

/**
 * What is asked for in the address of the page; an empty text asks for nothing.
 *
 * @param actor a piece of who
 * @param action the beginning of what
 * @param subject a piece of to what
 * @param from the first day
 * @param to the last day
 */
record AuditFilter(String actor, String action, String subject, String from, String to) {

  AuditFilter {
    actor = Objects.requireNonNullElse(actor, "").strip();
    action = Objects.requireNonNullElse(action, "").strip();
    subject = Objects.requireNonNullElse(subject, "").strip();
    from = Objects.requireNonNullElse(from, "").strip();
    to = Objects.requireNonNullElse(to, "").strip();
  }

  /** True when all entries are wanted. */
  boolean isEmpty() {
    return (actor + action + subject + from + to).isEmpty();
  }

  /**
   * As the audit is asked, days being those of people in {@code zone}.
   *
   * @throws DateTimeException when a day is not one
   */
  AuditQuery query(ZoneId zone, long before, int size) {
    return new AuditQuery(
        actor, action, subject, start(from, zone, 0), start(to, zone, 1), before, size);
  }

  private static Optional<Instant> start(String day, ZoneId zone, int daysLater) {
    return day.isEmpty()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(day).plusDays(daysLater).atStartOfDay(zone).toInstant());
  }
}
