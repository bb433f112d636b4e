package org.mailroom.console.settings;

import java.util.Locale;
import org.mailroom.settings.SettingLine;
import org.mailroom.settings.SettingLine.Source;

/**
 * A setting as a line of the table.
 *
 * @param line what is known of it
 */
public record SettingRow(SettingLine line) {

  /** As in the environment. */
  public String key() {
    return line.name().key();
  }

  /** The key of its explanation. */
  public String about() {
    return "setting." + line.name().name();
  }

  /** The key of what is said in place of a value, or empty. */
  public String instead() {
    if (line.isSecret()) {
      return line.source() == Source.DEFAULT ? "settings.none" : "settings.secret";
    }
    return line.value().isEmpty() ? "settings.none" : "";
  }

  /** Who has set it, as texts and styles name it. */
  public String source() {
    return line.source().name().toLowerCase(Locale.ROOT);
  }
}
