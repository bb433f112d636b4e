package org.mailroom.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings as lines of {@code NAME=value}, as systemd reads them. Empty lines and lines that begin
 * with {@code #} don't count; a value may stand in single or double quotes.
 */
public final class SettingsText {

  private static final Pattern LINE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

  private SettingsText() {}

  /**
   * The names and values of the lines.
   *
   * @param where they stand, before {@code line 7}
   * @param problem is told of each line that means nothing
   */
  public static Map<String, String> parse(
      List<String> lines, String where, Consumer<String> problem) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && matcher.group(1).startsWith(SettingName.PREFIX)) {
        values.put(matcher.group(1), unquoted(matcher.group(2).strip()));
      } else {
        problem.accept(
            where + "line " + (i + 1) + " is not a setting: expected MAILROOM_NAME=value");
      }
    }
    return values;
  }

  private static String unquoted(String value) {
    Matcher quoted = QUOTED.matcher(value);
    if (!quoted.matches()) {
      return value;
    }
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
  }
}
