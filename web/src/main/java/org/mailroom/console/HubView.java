package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import org.mailroom.directory.change.Organisation;
import org.mailroom.settings.Settings;

/** Which hub this is. */
@Named
@RequestScoped
public class HubView {

  @Inject private Settings settings;
  @Inject private Organisation organisation;
  @Inject private Appearance appearance;

  /** Differs after each start, so that browsers fetch style sheet and script of a new version. */
  public String getRun() {
    return Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime(), Character.MAX_RADIX);
  }

  /** Whose it is; empty until somebody has said it. */
  public String getOrganisation() {
    return organisation.name();
  }

  /** What the title of a page ends with: whose hub it is, or what it is. */
  public String getTitle() {
    String product = appearance.text("product");
    return getOrganisation().isEmpty() ? product : getOrganisation() + " · " + product;
  }

  /** The name it gives itself towards other mail servers. */
  public String getName() {
    return settings.hostname().text();
  }
}
