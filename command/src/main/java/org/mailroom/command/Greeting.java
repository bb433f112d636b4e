package org.mailroom.command;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;

/** The lines that say that a hub is ready, and where. */
final class Greeting {

  private Greeting() {}

  static String of(Settings settings) {
    Settings.Ports ports = settings.ports();
    InetAddress console = HubApi.reachable(settings.bind());
    StringBuilder line = new StringBuilder("Mailroom is ready:");
    String host = HubApi.host(settings.bind());
    ports.mail().forEach((name, port) -> add(line, name, host, port));
    line.append(" console http://").append(HubApi.host(console)).append(':').append(ports.http());
    line.append('/');
    if (ports.https() != 0) {
      line.append(" and https://").append(HubApi.host(console)).append(':').append(ports.https());
      line.append('/');
    }
    return line.toString();
  }

  /** Where a new hub is set up, and with which code; empty when it is. */
  static Optional<String> firstRun(Settings settings, Path file) throws IOException {
    String code = Files.exists(file) ? Files.readString(file).strip() : "";
    String host = HubApi.host(HubApi.reachable(settings.bind()));
    String page = "http://" + host + ":" + settings.ports().http() + "/first-run.xhtml";
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of("First run: " + page + " with the code " + code);
  }

  /** A listener has the name of the setting of its port. */
  private static void add(StringBuilder line, SettingName name, String host, int port) {
    if (port != 0) {
      String listener = name.name().replace("_PORT", "").toLowerCase(Locale.ROOT);
      line.append(' ').append(listener).append(' ').append(host).append(':').append(port);
      line.append(',');
    }
  }
}
