package org.mailroom.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.mailroom.settings.Settings;

/** Which hub this is. */
@Named
@RequestScoped
public class HubView {

  @Inject private Settings settings;

  /** The name it gives itself towards other mail servers. */
  public String getName() {
    return settings.hostname().text();
  }
}
