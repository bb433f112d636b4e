package org.mailroom.relay;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.mailroom.directory.Directory;
import org.mailroom.directory.Route;
import org.mailroom.mail.Envelope;
import org.mailroom.routing.NextHop;

/** Says by which route of the directory a mail came to a next hop. */
@Singleton
public class HopRoutes {

  private final Directory directory;

  /** Routes of this directory. */
  @Inject
  public HopRoutes(Directory directory) {
    this.directory = directory;
  }

  /** The route to the hop; empty when it is the smart host, found by DNS, or chosen by hand. */
  public Optional<Route> of(NextHop hop, Envelope envelope) {
    return directory
        .snapshot()
        .route(envelope.recipients().get(0).path().domain(), envelope.reversePath())
        .filter(route -> hop.configured() && route.name().equals(hop.key()));
  }
}
