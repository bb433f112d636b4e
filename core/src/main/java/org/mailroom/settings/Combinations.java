package org.mailroom.settings;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
    if (settings.shortage().diskLow() > settings.shortage().diskFull()) {
      reader.problem(
          "are %d and %d: expected the first to be at most the second"
              .formatted(settings.shortage().diskLow(), settings.shortage().diskFull()),
          SettingName.DISK_LOW,
          SettingName.DISK_FULL);
    }
    for (SettingName name : List.of(SettingName.DB_USER, SettingName.DB_PASSWORD)) {
      if (reader.has(name) && !reader.has(SettingName.DB_URL)) {
        reader.problem("is set, but no " + SettingName.DB_URL.key() + ": expected both", name);
      }
    }
    if (reader.has(SettingName.SMART_HOST_TLS) && !reader.has(SettingName.SMART_HOST)) {
      reader.problem("is set, but no smart host: expected both", SettingName.SMART_HOST_TLS);
    }
    certificateIsWhole(reader);
    loginIsWhole(reader);
    loginCanBeSent(settings, reader);
  }

  private static void portsDiffer(Ports ports, SettingsReader reader) {
    Map<SettingName, Integer> named = new LinkedHashMap<>(ports.mail());
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

  private static void certificateIsWhole(SettingsReader reader) {
    SettingName certificate = SettingName.TLS_CERTIFICATE;
    SettingName key = SettingName.TLS_KEY;
    if (reader.has(certificate) != reader.has(key)) {
      SettingName set = reader.has(certificate) ? certificate : key;
      SettingName missing = reader.has(certificate) ? key : certificate;
      reader.problem("is set, but " + missing.key() + " is not: expected both", set);
    }
  }

  private static void loginIsWhole(SettingsReader reader) {
    SettingName user = SettingName.SMART_HOST_USER;
    SettingName file = SettingName.SMART_HOST_PASSWORD_FILE;
    if (reader.has(user) && reader.has(file)) {
      if (!reader.has(SettingName.SMART_HOST)) {
        reader.problem("are set, but no smart host: expected all three", user, file);
      }
    } else if (reader.has(user) || reader.has(file)) {
      SettingName set = reader.has(user) ? user : file;
      SettingName missing = reader.has(user) ? file : user;
      reader.problem("is set, but " + missing.key() + " is not: expected both", set);
    }
  }

  private static void loginCanBeSent(Settings settings, SettingsReader reader) {
    boolean never =
        settings.smartHostLogin().isPresent()
            && settings.smartHostTls() == TlsDemand.NONE
            && settings
                .smartHost()
                .filter(host -> IpLiteral.isAddress(host.host()))
                .filter(host -> !IpLiteral.parse(host.host()).isLoopbackAddress())
                .isPresent();
    if (never) {
      reader.problem(
          "is none, but a password is sent over TLS only: expected opportunistic, required or"
              + " verified",
          SettingName.SMART_HOST_TLS);
    }
  }

  private static boolean listensOn(InetAddress bind, InetAddress address) {
    return bind.equals(address) || bind.isAnyLocalAddress() && address.isLoopbackAddress();
  }
}
