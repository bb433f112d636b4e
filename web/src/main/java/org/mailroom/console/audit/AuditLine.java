package org.mailroom.console.audit;

import static java.util.stream.Collectors.toSet;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mailroom.audit.AuditEntry;
import org.mailroom.console.Phrases;

/**
 * An entry as a line of the table, in words.
 *
 * @param age how long ago
 * @param exact date and time
 * @param actor who
 * @param action what
 * @param count how many things it changed, in words
 * @param subject to what
 * @param reason why, or empty
 * @param outcome what came of it, or empty while it is being done
 * @param before what it was, or empty
 * @param after what it was made, or empty
 */
public record AuditLine(
    String age,
    String exact,
    String actor,
    String action,
    String count,
    String subject,
    String reason,
    String outcome,
    String before,
    String after) {

  private static final Pattern FIELDS = Pattern.compile(", (?=[a-z_]+=)");

  static AuditLine of(AuditEntry entry, Phrases phrases) {
    return new AuditLine(
        phrases.age(entry.happened()),
        phrases.exact(entry.happened()),
        entry.actor(),
        entry.action(),
        entry.affected() > 1 ? phrases.text("audit.count", entry.affected()) : "",
        entry.subject(),
        entry.reason(),
        entry.ended() ? entry.outcome() : phrases.text("audit.goesOn"),
        onlyWhatChanged(
            Objects.requireNonNullElse(entry.before(), ""),
            Objects.requireNonNullElse(entry.after(), "")),
        Objects.requireNonNullElse(entry.after(), ""));
  }

  /**
   * Of an entry of the directory the audit has all fields before, and those that were set after.
   */
  static String onlyWhatChanged(String before, String after) {
    Set<String> changed = FIELDS.splitAsStream(after).map(AuditLine::name).collect(toSet());
    String kept =
        FIELDS
            .splitAsStream(before)
            .filter(field -> changed.contains(name(field)))
            .collect(Collectors.joining(", "));
    return kept.isEmpty() ? before : kept;
  }

  private static String name(String field) {
    int end = field.indexOf('=');
    return end < 0 ? field : field.substring(0, end);
  }

  /** True when it says what was before and after. */
  public boolean compares() {
    return !before.isEmpty() || !after.isEmpty();
  }
}
