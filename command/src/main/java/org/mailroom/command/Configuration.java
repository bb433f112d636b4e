package org.mailroom.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;

/**
 * What the operator set: {@code config/mailroom.env}, with the environment winning. Paths are
 * relative to the folder of Mailroom in the file, to the working directory in the environment.
 *
 * @param values the names and values together, paths absolute, without empty values
 * @param settings what they say, with defaults for what is malformed
 * @param problems what is wrong with them, one line each
 * @param doubts tells settings that a problem is about
 * @param fromFile the names whose values are those of the file
 */
record Configuration(
    Map<String, String> values,
    Settings settings,
    List<String> problems,
    Predicate<SettingName> doubts,
    Set<String> fromFile) {

  private static final List<SettingName> PATHS =
      List.of(SettingName.DATA, SettingName.WILDFLY_HOME, SettingName.SMART_HOST_PASSWORD_FILE);

  static Configuration load(
      Installation installation, Path workingDirectory, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Map<String, String> file =
        absolute(
            EnvironmentFile.read(installation.environmentFile(), problems::add),
            installation.home());
    Set<String> fromFile = new TreeSet<>(file.keySet());
    fromFile.removeAll(environment.keySet());
    Map<String, String> values = new TreeMap<>(file);
    values.putAll(absolute(environment, workingDirectory));
    values.keySet().removeIf(name -> !name.startsWith(SettingName.PREFIX));
    values.values().removeIf(String::isBlank);
    values.putIfAbsent(SettingName.DATA.key(), installation.defaultData().toString());
    values.putIfAbsent(
        SettingName.WILDFLY_HOME.key(), installation.defaultWildFlyHome().toString());
    try {
      return new Configuration(
          values, SettingsParser.parse(values), problems, name -> false, fromFile);
    } catch (SettingsException e) {
      problems.addAll(e.problems());
      return new Configuration(values, e.usable(), problems, e::doubts, fromFile);
    }
  }

  /**
   * The settings, for commands that need no further check.
   *
   * @throws FailureException when there is a problem
   */
  Settings soundSettings() throws FailureException {
    if (!problems.isEmpty()) {
      throw new FailureException(problems);
    }
    return settings;
  }

  private static Map<String, String> absolute(Map<String, String> values, Path base) {
    Map<String, String> result = new TreeMap<>(values);
    for (SettingName name : PATHS) {
      result.computeIfPresent(name.key(), (key, value) -> absolute(value, base));
    }
    return result;
  }

  private static String absolute(String value, Path base) {
    try {
      return value.isBlank() ? value : base.resolve(value.strip()).normalize().toString();
    } catch (InvalidPathException e) {
      return value;
    }
  }
}
