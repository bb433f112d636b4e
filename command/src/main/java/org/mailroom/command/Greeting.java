package org.mailroom.command;

import java.net.InetAddress;
import org.mailroom.settings.Settings;

/** The line that says that a hub is ready, and where. */
final class Greeting {

  private Greeting() {}

  static String of(Settings settings) {
    Settings.Ports ports = settings.ports();
    InetAddress console = HubApi.reachable(settings.bind());
    StringBuilder line = new StringBuilder("Mailroom is ready:");
    if (ports.smtp() != 0) {
      line.append(" smtp ").append(HubApi.host(settings.bind())).append(':').append(ports.smtp());
      line.append(',');
    }
    line.append(" console http://").append(HubApi.host(console)).append(':').append(ports.http());
    line.append('/');
    if (ports.https() != 0) {
      line.append(" and https://").append(HubApi.host(console)).append(':').append(ports.https());
      line.append('/');
    }
    return line.toString();
  }
}
