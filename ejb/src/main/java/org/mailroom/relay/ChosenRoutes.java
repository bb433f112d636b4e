package org.mailroom.relay;

import java.util.List;
import org.mailroom.mail.Domain;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.settings.HostPort;

/**
 * The next hops that operators choose for single mails: {@code [host]:port}, or a host or domain by
 * name. The smart host's login and TLS demand are not for them.
 */
class ChosenRoutes {

  private static final int SMTP_PORT = 25;

  private final Router byName;

  /** Asks {@code byName} for the hosts of a name. */
  ChosenRoutes(Router byName) {
    this.byName = byName;
  }

  /**
   * Where mail with this route goes at this time. May ask DNS.
   *
   * @throws IllegalArgumentException for what is no route
   */
  RoutingResult resolve(String route) {
    if (!route.startsWith("[")) {
      return byName.resolve(Domain.of(route));
    }
    HostPort host = HostPort.parse(route, SMTP_PORT);
    return new Found(
        new NextHop(host.toString(), List.of(new Host(host.host(), host.port())), false));
  }
}
