package org.mailroom.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mailroom.settings.SettingLine.Source;

/**
 * Tries other settings without changing any: they are read as a start of the hub reads them, and
 * compared with those in effect. The hub can't write them: it may not write its own file, and what
 * the environment has is not its to change.
 */
public final class SettingsTrial {

  private static final String HIDDEN = "********";

  private final SettingsReport report;
  private final Map<String, String> environment;

  /**
   * What would be another.
   *
   * @param before in effect now; stars for a secret
   * @param after in effect after a start with the lines, and nothing else changed
   * @param outranked true when the environment has the setting, and would win over a file
   */
  public record Change(SettingName name, String before, String after, boolean outranked) {}

  /**
   * What comes of a trial.
   *
   * @param problems all for which a start would be refused, one line each
   * @param changes in the order of the lines
   */
  public record Outcome(List<String> problems, List<Change> changes) {

    /** Takes copies. */
    public Outcome {
      problems = List.copyOf(problems);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Compares with what is in effect.
   *
   * @param environment names and values that the settings in effect were read from
   */
  public SettingsTrial(SettingsReport report, Map<String, String> environment) {
    this.report = report;
    this.environment = new TreeMap<>(environment);
    this.environment.keySet().removeIf(name -> !name.startsWith(SettingName.PREFIX));
  }

  /** Tries lines of {@code MAILROOM_NAME=value}; an empty value stands for the default. */
  public Outcome of(List<String> lines) {
    List<String> problems = new ArrayList<>();
    Map<String, String> values = SettingsText.parse(lines, "", problems::add);
    Map<String, String> together = new TreeMap<>(environment);
    together.putAll(values);
    together.values().removeIf(String::isBlank);
    try {
      SettingsParser.parseForHub(together);
    } catch (SettingsException e) {
      problems.addAll(e.problems());
    }
    List<Change> changes = new ArrayList<>();
    values.forEach((key, value) -> change(key, value.strip()).ifPresent(changes::add));
    return new Outcome(problems, changes);
  }

  private Optional<Change> change(String key, String value) {
    Optional<SettingLine> line =
        report.lines().stream().filter(one -> one.name().key().equals(key)).findAny();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    SettingLine now = line.get();
    boolean outranked = now.source() == Source.ENVIRONMENT;
    if (now.isSecret()) {
      String before = now.source() == Source.DEFAULT ? "" : HIDDEN;
      return Optional.of(new Change(now.name(), before, value.isEmpty() ? "" : HIDDEN, outranked));
    }
    String after = value.isEmpty() ? now.otherwise() : value;
    return after.equals(now.value())
        ? Optional.empty()
        : Optional.of(new Change(now.name(), now.value(), after, outranked));
  }
}
