package org.mailroom.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.DirectoryData;
import org.mailroom.directory.Route;
import org.mailroom.directory.TestDirectory;
import org.mailroom.mail.Domain;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.ReversePath;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.RoutingResult.Found;
import org.mailroom.routing.SmartHostRouter;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.TlsDemand;

class DirectoryRouterTest {

  private static final Domain FAR = Domain.of("far.test");
  private static final ReversePath ANN = ReversePath.parse("ann@corp.test");
  private static final ReversePath BOB = ReversePath.parse("bob@corp.test");

  private final List<Route> routes = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private final DirectoryRouter router =
      new DirectoryRouter(
          () ->
              TestDirectory.of(
                  new DirectoryData(
                      List.of(), List.of(), List.of(), List.of(), List.copyOf(routes), List.of())),
          new SmartHostRouter(new Host("192.0.2.9", 25)),
          changed::add);

  @Test
  void withoutARouteTheSmartHostHasAllMail() {
    assertThat(router.group(FAR, ANN)).isEqualTo("[192.0.2.9]:25");
    assertThat(hop(ANN).hosts()).containsExactly(new Host("192.0.2.9", 25));
  }

  @Test
  void aRouteOfADomainGoesBeforeTheSmartHostFromTheNextMailOn() {
    routes.add(route("store", Optional.of("far.test"), Optional.empty(), "192.0.2.1"));
    assertThat(router.group(FAR)).isEqualTo("store");
    assertThat(router.group(Domain.of("near.test"))).isEqualTo("[192.0.2.9]:25");
    assertThat(hop(ANN).hosts()).containsExactly(new Host("192.0.2.1", 24));
  }

  @Test
  void aRouteThatLeadsElsewhereIsTriedAtOnceHoweverLongTheOldHopWasDown() {
    Optional<String> all = Optional.of("far.test");
    routes.add(route("store", all, Optional.empty(), "192.0.2.1"));
    router.group(FAR);
    routes.set(0, route("store", all, Optional.empty(), "192.0.2.1"));
    hop(ANN);
    assertThat(changed).as("another object, and the same route").isEmpty();

    routes.set(0, route("store", all, Optional.empty(), "192.0.2.2"));
    router.group(FAR);
    hop(ANN);
    assertThat(changed).containsExactly("store");
  }

  @Test
  void aRouteOfASenderIsForNobodyElse() {
    routes.add(route("bobs", Optional.empty(), Optional.of("bob@corp.test"), "192.0.2.2"));
    assertThat(router.group(FAR, BOB)).isEqualTo("bobs");
    assertThat(router.group(FAR, ANN)).isEqualTo("[192.0.2.9]:25");
    assertThat(router.group(FAR, ReversePath.NULL)).isEqualTo("[192.0.2.9]:25");
  }

  @Test
  void aHopKnowsItsRouteAndTheSmartHostHasNone() {
    routes.add(route("store", Optional.of("far.test"), Optional.empty(), "192.0.2.1"));
    HopRoutes known =
        new HopRoutes(
            () ->
                TestDirectory.of(
                    new DirectoryData(
                        List.of(), List.of(), List.of(), List.of(), routes, List.of())));
    Envelope envelope = Envelope.of(ANN, List.of(RelayStage.to("cid@far.test")));
    assertThat(known.of(hop(ANN), envelope)).contains(routes.get(0));
    NextHop other = new NextHop("192.0.2.9", List.of(new Host("192.0.2.9", 25)), true);
    assertThat(known.of(other, envelope)).isEmpty();
  }

  private NextHop hop(ReversePath from) {
    return ((Found) router.resolve(FAR, from)).nextHop();
  }

  private static Route route(
      String name, Optional<String> domains, Optional<String> senders, String host) {
    return new Route(
        name,
        1,
        domains,
        senders,
        new HostPort(host, 24),
        Route.Protocol.LMTP,
        TlsDemand.NONE,
        Optional.empty(),
        Optional.of("2s"));
  }
}
