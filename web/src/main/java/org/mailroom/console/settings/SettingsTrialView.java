package org.mailroom.console.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.console.Access;
import org.mailroom.settings.SettingsTrial;

/** Tries other settings: what a start with them would say, and what would be another. */
@Named
@RequestScoped
public class SettingsTrialView {

  @Inject SettingsTrial trial;
  @Inject Access access;

  private String text = "";
  private SettingsTrial.Outcome outcome;

  /** Tries the lines. */
  public void check() {
    access.requireChange("settings");
    outcome = trial.of(text.lines().toList());
  }

  /** True when something was tried. */
  public boolean isTried() {
    return outcome != null;
  }

  /** All for which a start would be refused. */
  public List<String> getProblems() {
    return outcome == null ? List.of() : outcome.problems();
  }

  /** What would be another. */
  public List<TrialRow> getRows() {
    return outcome == null ? List.of() : outcome.changes().stream().map(TrialRow::new).toList();
  }

  /** The lines. */
  public String getText() {
    return text;
  }

  /** Takes the lines. */
  public void setText(String text) {
    this.text = text == null ? "" : text;
  }
}
