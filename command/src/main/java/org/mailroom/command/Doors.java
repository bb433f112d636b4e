package org.mailroom.command;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.mail.IpLiteral;
import org.mailroom.settings.SettingName;
import org.mailroom.settings.Settings;

/** Whether the ports that a hub is to listen on are free. */
final class Doors {

  private static final InetAddress MANAGEMENT = IpLiteral.parse("127.0.0.1");
  private static final int PRIVILEGED = 1024;

  private Doors() {}

  /**
   * One line for each port that can't be listened on.
   *
   * @param doubts settings that are malformed, and so not looked at
   */
  static List<String> problems(Settings settings, Predicate<SettingName> doubts) {
    List<String> problems = new ArrayList<>();
    if (!doubts.test(SettingName.BIND)) {
      if (!canListen(settings.bind(), 0)) {
        return List.of(
            SettingName.BIND.key()
                + " is "
                + settings.bind().getHostAddress()
                + ": expected an address of this machine");
      }
      Settings.Ports ports = settings.ports();
      ports.mail().forEach((name, port) -> add(problems, doubts, name, settings.bind(), port));
      add(problems, doubts, SettingName.HTTP_PORT, settings.bind(), ports.http());
      add(problems, doubts, SettingName.HTTPS_PORT, settings.bind(), ports.https());
    }
    add(problems, doubts, SettingName.MANAGEMENT_PORT, MANAGEMENT, settings.ports().management());
    return problems;
  }

  private static void add(
      List<String> problems,
      Predicate<SettingName> doubts,
      SettingName name,
      InetAddress address,
      int port) {
    if (port != 0 && !doubts.test(name)) {
      problem(address, port).ifPresent(p -> problems.add(name.key() + " is " + port + ": " + p));
    }
  }

  private static Optional<String> problem(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address, port));
      return Optional.empty();
    } catch (BindException e) {
      boolean denied = port < PRIVILEGED && String.valueOf(e.getMessage()).contains("ermission");
      return Optional.of(
          denied
              ? "this user may not listen on ports below 1024"
              : "another program listens on that port of " + address.getHostAddress());
    } catch (IOException e) {
      return Optional.of("can't listen on " + address.getHostAddress() + ": " + e.getMessage());
    }
  }

  private static boolean canListen(InetAddress address, int port) {
    return problem(address, port).isEmpty();
  }
}
