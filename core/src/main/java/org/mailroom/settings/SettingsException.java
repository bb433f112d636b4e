package org.mailroom.settings;

import java.io.Serial;
import java.util.List;

/** Settings that can't be used. Carries every problem that was found, not only the first. */
public final class SettingsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final List<String> problems;

  /**
   * Takes the problems.
   *
   * @param problems one line each, at least one
   */
  public SettingsException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
    if (this.problems.isEmpty()) {
      throw new IllegalArgumentException("No problem, no exception");
    }
  }

  /** One line each: the setting, what is wrong, what is expected. Never a secret. */
  public List<String> problems() {
    return problems;
  }
}
