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
    String host = HubApi.host(settings.bind());
    add(line, "smtp", host, ports.smtp());
    add(line, "submission", host, ports.submission());
    add(line, "submissions", host, ports.submissions());
    add(line, "pop3", host, ports.pop3());
    add(line, "pop3s", host, ports.pop3s());
    line.append(" console http://").append(HubApi.host(console)).append(':').append(ports.http());
    line.append('/');
    if (ports.https() != 0) {
      line.append(" and https://").append(HubApi.host(console)).append(':').append(ports.https());
      line.append('/');
    }
    return line.toString();
  }

  private static void add(StringBuilder line, String listener, String host, int port) {
    if (port != 0) {
      line.append(' ').append(listener).append(' ').append(host).append(':').append(port);
      line.append(',');
    }
  }
}
