package org.mailroom.relay;

import java.util.List;
import java.util.Optional;
import org.mailroom.directory.Directory;
import org.mailroom.directory.Route;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;

/** The routes of the directory; where there is none, the smart host or the mail exchangers. */
final class DirectoryRouter implements Router {

  private final Directory directory;
  private final Router otherwise;

  DirectoryRouter(Directory directory, Router otherwise) {
    this.directory = directory;
    this.otherwise = otherwise;
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
    return directory.snapshot().route(domain, from);
  }

  private static NextHop hop(Route route) {
    Host host = new Host(route.host().host(), route.host().port());
    return new NextHop(route.name(), List.of(host), true);
  }
}
