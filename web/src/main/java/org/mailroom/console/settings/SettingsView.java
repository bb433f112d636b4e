package org.mailroom.console.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.settings.SettingsReport;

/** The Settings page. It only reads: settings are read at the start of the hub. */
@Named
@RequestScoped
public class SettingsView {

  @Inject private SettingsReport report;

  /** The groups, in the order in which people look for them. */
  public List<SettingGroup> getGroups() {
    return List.of(SettingGroup.values());
  }

  /** The settings of a group. */
  public List<SettingRow> rows(SettingGroup group) {
    return report.lines().stream()
        .filter(line -> SettingGroup.of(line.name()) == group)
        .map(SettingRow::new)
        .toList();
  }
}
