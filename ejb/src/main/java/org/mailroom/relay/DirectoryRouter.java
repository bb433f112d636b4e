package org.mailroom.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.mailroom.directory.Directory;
import org.mailroom.directory.Route;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;

/**
 * The routes of the directory; where there is none, the smart host or the mail exchangers. A route
 * keeps its name when it leads elsewhere from now on, and what its next hop did until then says
 * nothing about the new one.
 */
final class DirectoryRouter implements Router {

  private final Directory directory;
  private final Router otherwise;
  private final Consumer<String> changed;
  private final Map<String, Route> used = new ConcurrentHashMap<>();

  /** Tells {@code changed} the name of a route that is not as it was when it was used last. */
  DirectoryRouter(Directory directory, Router otherwise, Consumer<String> changed) {
    this.directory = directory;
    this.otherwise = otherwise;
    this.changed = changed;
  }

  @Override
  public String group(Domain domain) {
    return group(domain, ReversePath.NULL);
  }

  @Override
  public String group(Domain domain, ReversePath from) {
    return route(domain, from).map(Route::name).orElseGet(() -> otherwise.group(domain));
  }

  @Override
  public RoutingResult resolve(Domain domain) {
    return resolve(domain, ReversePath.NULL);
  }

  @Override
  public RoutingResult resolve(Domain domain, ReversePath from) {
    Optional<Route> route = route(domain, from);
    return route.isPresent() ? new Found(hop(route.get())) : otherwise.resolve(domain);
  }

  private Optional<Route> route(Domain domain, ReversePath from) {
    Optional<Route> route = directory.snapshot().route(domain, from);
    route.ifPresent(this::use);
    return route;
  }

  private void use(Route route) {
    Route before = used.get(route.name());
    if (route.equals(before)) {
      return;
    }
    used.put(route.name(), route);
    if (before != null) {
      changed.accept(route.name());
    }
  }

  private static NextHop hop(Route route) {
    Host host = new Host(route.host().host(), route.host().port());
    return new NextHop(route.name(), List.of(host), true);
  }
}
