package org.mailroom.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads one setting after another and keeps the problems. A setting that is missing or empty has
 * its default; so has a malformed one, in order that what follows can be read as well.
 */
final class SettingsReader {

  private static final int SHOWN = 80;

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();
  private final Set<SettingName> doubtful = EnumSet.noneOf(SettingName.class);

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
    environment.keySet().stream()
        .filter(key -> key.startsWith(SettingName.PREFIX))
        .filter(key -> SettingName.of(key).isEmpty())
        .sorted()
        .forEach(key -> problems.add(unknown(key)));
  }

  boolean has(SettingName name) {
    return !text(name).isEmpty();
  }

  String text(SettingName name) {
    return environment.getOrDefault(name.key(), "").strip();
  }

  /** A value that {@code form} reads, and refuses with an IllegalArgumentException. */
  <T> T value(SettingName name, T otherwise, String expected, Function<String, T> form) {
    if (!has(name)) {
      return otherwise;
    }
    try {
      return form.apply(text(name));
    } catch (IllegalArgumentException e) {
      problem("is " + shown(name) + ": expected " + expected, name);
      return otherwise;
    }
  }

  /** A value that {@code form} reads and {@code fits} accepts. */
  <T> T value(
      SettingName name, T otherwise, String expected, Function<String, T> form, Predicate<T> fits) {
    return value(name, otherwise, expected, form.andThen(value -> fitting(value, fits)));
  }

  /** Values with commas or white space between them; {@code none} is the empty list. */
  <T> List<T> list(SettingName name, List<T> otherwise, String expected, Function<String, T> form) {
    return value(
        name,
        otherwise,
        expected + ", with commas between them, or none",
        text ->
            text.equals("none")
                ? List.of()
                : Arrays.stream(text.split("\\s*,\\s*|\\s+", -1)).map(form).toList());
  }

  /** Keeps a problem; its line begins with the settings that it is about. */
  void problem(String predicate, SettingName... about) {
    String subject =
        Arrays.stream(about).map(SettingName::key).collect(Collectors.joining(" and "));
    problems.add(subject + " " + predicate);
    doubtful.addAll(Arrays.asList(about));
  }

  /** Gives the settings back, when there was no problem. */
  Settings soundly(Settings settings) throws SettingsException {
    if (!problems.isEmpty()) {
      throw new SettingsException(settings, problems, doubtful);
    }
    return settings;
  }

  private static <T> T fitting(T value, Predicate<T> fits) {
    if (!fits.test(value)) {
      throw new IllegalArgumentException("Out of range");
    }
    return value;
  }

  private static String unknown(String key) {
    String shown = printable(key);
    return SettingName.nearest(key)
        .map(near -> shown + " is not a setting; did you mean " + near.key() + "?")
        .orElse(shown + " is not a setting; docs/settings.md lists them all");
  }

  private String shown(SettingName name) {
    boolean secret =
        name == SettingName.ADMIN_PASSWORD
            || name == SettingName.DB_PASSWORD
            || name == SettingName.DB_URL;
    return secret ? "unusable" : '"' + printable(text(name)) + '"';
  }

  /** Without control characters, which would break a line or a terminal, and not endless. */
  private static String printable(String text) {
    String clean = text.replaceAll("\\p{C}", "?");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "...";
  }
}
