package org.mailroom.console.settings;

import org.mailroom.settings.SettingsTrial.Change;

/**
 * A setting that would be another, as a line of the table.
 *
 * @param change what it would be
 */
public record TrialRow(Change change) {

  /** As in the environment. */
  public String key() {
    return change.name().key();
  }

  /** The key of its explanation. */
  public String about() {
    return "setting." + change.name().name();
  }

  /** The key of what has to be known. */
  public String note() {
    if (change.outranked()) {
      return "settings.try.outranked";
    }
    return SettingGroup.of(change.name()) == SettingGroup.FIRST
        ? "settings.try.first"
        : "settings.try.start";
  }
}
