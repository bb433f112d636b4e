package org.mailroom.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;

/**
 * Routes in the order in which they are asked: those for senders first. Routes of a single domain
 * are found by its name: each recipient of each mail asks, and there may be thousands.
 */
final class RouteTable {

  private final Map<String, List<Row>> ofOneDomain = new HashMap<>();
  private final List<Row> others = new ArrayList<>();

  private record Row(
      int place, Route route, Optional<DomainPattern> domains, Optional<SenderPattern> senders) {

    boolean matches(Domain to, ReversePath from) {
      return domains.map(pattern -> pattern.matches(to)).orElse(true)
          && senders.map(pattern -> pattern.matches(from)).orElse(true);
    }
  }

  RouteTable(List<Route> routes) {
    int place = 0;
    for (Route route : routes.stream().sorted(Route.ASKED).toList()) {
      Row row =
          new Row(
              place++,
              route,
              route.domains().map(DomainPattern::parse),
              route.senders().map(SenderPattern::parse));
      row.domains()
          .flatMap(DomainPattern::only)
          .map(domain -> ofOneDomain.computeIfAbsent(domain, key -> new ArrayList<>()))
          .orElse(others)
          .add(row);
    }
  }

  Optional<Route> first(Domain to, ReversePath from) {
    Row one = first(ofOneDomain.getOrDefault(to.ascii(), List.of()), to, from);
    Row other = first(others, to, from);
    boolean byName = one != null && (other == null || one.place() < other.place());
    return Optional.ofNullable(byName ? one : other).map(Row::route);
  }

  private static Row first(List<Row> rows, Domain to, ReversePath from) {
    for (Row row : rows) {
      if (row.matches(to, from)) {
        return row;
      }
    }
    return null;
  }
}
