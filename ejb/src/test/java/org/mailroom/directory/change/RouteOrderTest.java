package org.mailroom.directory.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.Route;
import org.mailroom.settings.HostPort;
import org.mailroom.settings.TlsDemand;

class RouteOrderTest {

  private static Route route(String name, int order, String senders) {
    return new Route(
        name,
        order,
        Optional.of("*"),
        senders.isEmpty() ? Optional.empty() : Optional.of(senders),
        HostPort.parse("mx.test", 25),
        Route.Protocol.SMTP,
        TlsDemand.NONE,
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, String> orders(List<ImportRow> rows) {
    return rows.stream()
        .collect(Collectors.toMap(row -> row.fields().get("name"), r -> r.fields().get("order")));
  }

  private final RouteOrder order =
      new RouteOrder(
          List.of(
              route("c", 7, ""),
              route("a", 3, ""),
              route("press", 900, "*@press.test"),
              route("b", 5, "")));

  @Test
  void thoseForSendersComeFirst() {
    assertThat(order.routes()).extracting(Route::name).containsExactly("press", "a", "b", "c");
  }

  @Test
  void twoNeighboursChangeTheirOrders() {
    assertThat(orders(order.moved("b", -1))).isEqualTo(Map.of("b", "3", "a", "5"));
    assertThat(orders(order.moved("b", 1))).isEqualTo(Map.of("b", "7", "c", "5"));
  }

  @Test
  void nobodyMovesBeyondTheEndsOrToTheOtherKind() {
    assertThat(order.canMove("a", -1)).isFalse();
    assertThat(order.canMove("press", 1)).isFalse();
    assertThat(order.canMove("c", 1)).isFalse();
    assertThat(order.canMove("nobody", 1)).isFalse();
    assertThat(order.moved("a", -1)).isEmpty();
    assertThat(order.canMove("a", 1)).isTrue();
  }

  @Test
  void thoseOfTheSameOrderAreNumberedAnew() {
    RouteOrder same =
        new RouteOrder(List.of(route("a", 100, ""), route("b", 100, ""), route("c", 30, "")));
    assertThat(same.routes()).extracting(Route::name).containsExactly("c", "a", "b");
    assertThat(orders(same.moved("b", -1))).isEqualTo(Map.of("c", "10", "b", "20", "a", "30"));
  }
}
