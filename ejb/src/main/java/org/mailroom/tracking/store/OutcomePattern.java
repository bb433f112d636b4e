package org.mailroom.tracking.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.tracking.TraceKind;

/**
 * What happened last that is searched for: a word such as {@code deferred}, {@code queued} for
 * nothing yet, an enhanced status code such as {@code 4.4.1}, or how one begins, {@code 4.4.*}.
 */
record OutcomePattern(String text) {

  /** Nothing has happened since it was accepted. */
  private static final String QUEUED = "queued";

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Optional<OutcomePattern> parse(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String lower = text.toLowerCase(Locale.ROOT);
    boolean word =
        lower.equals(QUEUED)
            || Arrays.stream(TraceKind.values()).anyMatch(kind -> kind.key().equals(lower));
    if (!word && !lower.matches("[245](\\.\\d{1,3}){0,2}\\.\\*|[245]\\.\\d{1,3}\\.\\d{1,3}")) {
      throw new IllegalArgumentException(
          "An outcome is a word such as deferred, or a status such as 4.4.1 or 4.4.*");
    }
    return Optional.of(new OutcomePattern(lower));
  }

  /** True when that happened last. */
  boolean matches(Optional<TraceStep> last) {
    if (last.isEmpty()) {
      return text.equals(QUEUED);
    }
    TraceStep step = last.get();
    return text.endsWith("*")
        ? step.status().startsWith(text.substring(0, text.length() - 1))
        : step.kind().equals(text) || step.status().equals(text);
  }
}
