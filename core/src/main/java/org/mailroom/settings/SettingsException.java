package org.mailroom.settings;

import java.io.Serial;
import java.util.List;
import java.util.Set;

/** Settings that can't be used. Carries every problem that was found, not only the first. */
public final class SettingsException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Settings usable;
  private final List<String> problems;
  private final Set<SettingName> doubtful;

  /**
   * Takes the problems.
   *
   * @param usable the settings, with the default for each that is malformed
   * @param problems one line each, at least one
   * @param doubtful the settings that problems are about
   */
  SettingsException(Settings usable, List<String> problems, Set<SettingName> doubtful) {
    super(String.join("\n", problems));
    this.usable = usable;
    this.problems = List.copyOf(problems);
    this.doubtful = Set.copyOf(doubtful);
  }

  /** One line each: the setting, what is wrong, what is expected. Never a secret. */
  public List<String> problems() {
    return problems;
  }

  /** True when a problem is about this setting. */
  public boolean doubts(SettingName name) {
    return doubtful.contains(name);
  }

  /**
   * The settings, with the default for each that is malformed: for those who look for further
   * problems, so that all are reported together. Nobody may start a hub with them.
   */
  public Settings usable() {
    return usable;
  }
}
