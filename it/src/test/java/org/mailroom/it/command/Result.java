package org.mailroom.it.command;

import java.util.List;

/**
 * What a command came to.
 *
 * @param exitCode of the process
 * @param out its standard output
 * @param error its standard error
 */
public record Result(int exitCode, String out, String error) {

  /** The result, when the command succeeded. */
  public Result success() {
    if (exitCode != 0) {
      throw new AssertionError("The command failed: " + this);
    }
    return this;
  }

  /** The lines on standard error. */
  public List<String> problems() {
    return error.lines().toList();
  }
}
