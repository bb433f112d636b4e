package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import org.mailroom.settings.Settings;

/** Which hub this is. */
@Named
@RequestScoped
public class HubView {

  @Inject private Settings settings;

  /** Differs after each start, so that browsers fetch style sheet and script of a new version. */
  public String getRun() {
    return Long.toString(ManagementFactory.getRuntimeMXBean().getStartTime(), Character.MAX_RADIX);
  }

  /** The name it gives itself towards other mail servers. */
  public String getName() {
    return settings.hostname().text();
  }
}
