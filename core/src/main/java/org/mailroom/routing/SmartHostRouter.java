package org.mailroom.routing;

import java.util.List;
import org.mailroom.mail.Domain;
import org.mailroom.routing.NextHop.Host;

/** Sends all mail to one host, whatever the domain. Asks no DNS. */
public final class SmartHostRouter implements Router {

  private final String key;
  private final RoutingResult result;

  /** A router to {@code host}. */
  public SmartHostRouter(Host host) {
    this.key = "[" + host.name() + "]:" + host.port();
    this.result = new RoutingResult.Found(new NextHop(key, List.of(host), true));
  }

  @Override
  public String group(Domain domain) {
    return key;
  }

  @Override
  public RoutingResult resolve(Domain domain) {
    return result;
  }
}
