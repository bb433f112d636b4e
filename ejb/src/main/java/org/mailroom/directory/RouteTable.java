package org.mailroom.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;

/** Routes in the order in which they are asked: those for senders first. */
final class RouteTable {

  private final List<Row> rows;

  private record Row(
      Route route, Optional<DomainPattern> domains, Optional<SenderPattern> senders) {

    static Row of(Route route) {
      return new Row(
          route,
          route.domains().map(DomainPattern::new),
          route.senders().map(SenderPattern::parse));
    }

    boolean matches(Domain to, ReversePath from) {
      return domains.map(pattern -> pattern.matches(to)).orElse(true)
          && senders.map(pattern -> pattern.matches(from)).orElse(true);
    }
  }

  RouteTable(List<Route> routes) {
    rows =
        routes.stream()
            .sorted(
                Comparator.comparing((Route route) -> route.senders().isEmpty())
                    .thenComparingInt(Route::order)
                    .thenComparing(Route::name))
            .map(Row::of)
            .toList();
  }

  Optional<Route> first(Domain to, ReversePath from) {
    return rows.stream().filter(row -> row.matches(to, from)).map(Row::route).findFirst();
  }
}
