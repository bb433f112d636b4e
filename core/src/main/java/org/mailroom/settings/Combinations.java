package org.mailroom.settings;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mailroom.mail.IpLiteral;
import org.mailroom.settings.Settings.Ports;

/** Settings that are valid each by itself and wrong together. */
final class Combinations {

  private Combinations() {}

  static void check(Settings settings, SettingsReader reader) {
    portsDiffer(settings.ports(), reader);
    networksLeaveSomebodyOut(settings, reader);
    smartHostIsSomebodyElse(settings, reader);
    if (reader.has(SettingName.SMART_HOST_TLS) && !reader.has(SettingName.SMART_HOST)) {
      reader.problem("is set, but no smart host: expected both", SettingName.SMART_HOST_TLS);
    }
  }

  private static void portsDiffer(Ports ports, SettingsReader reader) {
    Map<SettingName, Integer> named = new LinkedHashMap<>();
    named.put(SettingName.SMTP_PORT, ports.smtp());
    named.put(SettingName.HTTP_PORT, ports.http());
    named.put(SettingName.HTTPS_PORT, ports.https());
    named.put(SettingName.MANAGEMENT_PORT, ports.management());
    Map<Integer, SettingName> taken = new HashMap<>();
    named.forEach(
        (name, port) -> {
          SettingName before = port == 0 ? null : taken.putIfAbsent(port, name);
          if (before != null) {
            reader.problem("are both " + port + ": expected two ports", before, name);
          }
        });
  }

  private static void networksLeaveSomebodyOut(Settings settings, SettingsReader reader) {
    if (settings.trustedNetworks().stream().anyMatch(network -> network.prefixLength() == 0)) {
      reader.problem(
          "trusts everybody, which makes an open relay: expected networks of your own",
          SettingName.TRUSTED_NETWORKS);
    }
  }

  private static void smartHostIsSomebodyElse(Settings settings, SettingsReader reader) {
    settings
        .smartHost()
        .filter(host -> host.port() == settings.ports().smtp())
        .filter(host -> IpLiteral.isAddress(host.host()))
        .filter(host -> listensOn(settings.bind(), IpLiteral.parse(host.host())))
        .ifPresent(
            host ->
                reader.problem(
                    "is " + host + ", this hub's own listener: expected another server",
                    SettingName.SMART_HOST));
  }

  private static boolean listensOn(InetAddress bind, InetAddress address) {
    return bind.equals(address) || bind.isAnyLocalAddress() && address.isLoopbackAddress();
  }
}
