package org.mailroom.command;

import java.io.Serial;
import java.util.List;

/** The command failed: an exit code, and the reason on standard error. */
final class FailureException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  /** That of every command but those with a tradition of their own. */
  private static final int FAILED = 1;

  private final int exitCode;
  private final List<String> reasons;

  /**
   * Takes the reasons.
   *
   * @param exitCode above 0
   * @param reasons one line each, for people
   */
  FailureException(int exitCode, List<String> reasons) {
    super(String.join("\n", reasons));
    this.exitCode = exitCode;
    this.reasons = List.copyOf(reasons);
  }

  FailureException(int exitCode, String reason) {
    this(exitCode, List.of(reason));
  }

  FailureException(List<String> reasons) {
    this(FAILED, reasons);
  }

  FailureException(String reason) {
    this(FAILED, List.of(reason));
  }

  int exitCode() {
    return exitCode;
  }

  List<String> reasons() {
    return reasons;
  }
}
