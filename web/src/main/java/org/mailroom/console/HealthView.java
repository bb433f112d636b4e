package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.mailroom.status.HubStatus;
import org.mailroom.status.HubStatusReader;
import org.mailroom.status.Warning;

/** How the hub does, for the mark in the top bar and the warnings above every page. */
@Named
@RequestScoped
public class HealthView {

  @Inject private HubStatusReader reader;
  @Inject private Appearance appearance;
  private HubStatus status;

  /** {@code good}, {@code warning} or {@code bad}: the style of the mark. */
  public String getLevel() {
    if (!status().ready()) {
      return "bad";
    }
    return status().warnings().isEmpty() ? "good" : "warning";
  }

  /** What needs a person, in words. */
  public List<String> getWarnings() {
    return status().warnings().stream().map(this::words).toList();
  }

  /** How the hub does, read once a request. */
  public HubStatus status() {
    if (status == null) {
      status = reader.read();
    }
    return status;
  }

  private String words(Warning warning) {
    return Phrases.text(
        appearance.getLocale(), "warning." + warning.kind().name(), warning.detail());
  }
}
