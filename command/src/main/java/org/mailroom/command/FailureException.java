package org.mailroom.command;

import java.io.Serial;
import java.util.List;

/** The command failed: exit code 1, and the reason on standard error. */
final class FailureException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> reasons;

  /**
   * Takes the reasons.
   *
   * @param reasons one line each, for people
   */
  FailureException(List<String> reasons) {
    super(String.join("\n", reasons));
    this.reasons = List.copyOf(reasons);
  }

  FailureException(String reason) {
    this(List.of(reason));
  }

  List<String> reasons() {
    return reasons;
  }
}
