package org.mailroom.probe;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.directory.DirectorySnapshot;
import org.mailroom.directory.Route;
import org.mailroom.hub.Pause;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.WayStep.Kind;
import org.mailroom.relay.DestinationGate;
import org.mailroom.relay.DestinationStatus;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.RoutingResult.TryLater;
import org.mailroom.routing.RoutingResult.Unroutable;
import org.mailroom.settings.Settings;

/** Tells the way of mail to another hub: by which rule, to which hosts, and how they do. */
@Singleton
public class WayOut {

  private final Router router;
  private final DestinationGate gate;
  private final Settings settings;

  /** Asks these. */
  @Inject
  public WayOut(Router router, DestinationGate gate, Settings settings) {
    this.router = router;
    this.gate = gate;
    this.settings = settings;
  }

  List<WayStep> of(Domain domain, ReversePath from, DirectorySnapshot now) {
    List<WayStep> steps = new ArrayList<>();
    steps.add(rule(domain, now.route(domain, from)));
    RoutingResult result = router.resolve(domain, from);
    switch (result) {
      case Found found -> {
        steps.add(hop(found.nextHop()));
        steps.addAll(state(found.nextHop().key()));
      }
      case TryLater later -> steps.add(WayStep.of(Kind.NO_WAY_NOW, domain.text(), later.reason()));
      case Unroutable never -> steps.add(WayStep.of(Kind.NO_WAY, domain.text(), never.reason()));
    }
    return steps;
  }

  /** By which rule mail for the domain finds its next hop. */
  WayStep rule(Domain domain, Optional<Route> route) {
    if (route.isPresent()) {
      Route found = route.get();
      return new WayStep(
          Kind.ROUTE,
          0,
          found.name(),
          domain.text(),
          List.of(
              found.host().toString(),
              found.protocol().name(),
              "TLS " + found.tls().name().toLowerCase(Locale.ROOT)));
    }
    return settings
        .smartHost()
        .map(host -> WayStep.of(Kind.SMART_HOST, host.toString(), domain.text()))
        .orElseGet(() -> WayStep.of(Kind.EXCHANGERS, domain.text(), ""));
  }

  private static WayStep hop(NextHop hop) {
    return new WayStep(
        Kind.NEXT_HOP, 0, hop.key(), "", hop.hosts().stream().map(Host::toString).toList());
  }

  /** What keeps mail from going there now. */
  private List<WayStep> state(String hop) {
    List<WayStep> steps = new ArrayList<>();
    gate.relayingPause()
        .ifPresent(pause -> steps.add(WayStep.of(Kind.RELAY_PAUSED, "", words(pause))));
    DestinationStatus status = gate.status(hop);
    status.pause().ifPresent(pause -> steps.add(WayStep.of(Kind.HOP_PAUSED, hop, words(pause))));
    switch (status.state()) {
      case DOWN, PROBING ->
          steps.add(
              WayStep.of(Kind.HOP_DOWN, hop, status.lastError().map(Diagnosis::text).orElse("")));
      case PAUSED, FULL, ACTIVE -> {
        // Nothing of the hop's own does.
      }
    }
    return steps;
  }

  private static String words(Pause pause) {
    return pause.actor() + ": " + pause.reason();
  }
}
