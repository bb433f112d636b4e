package org.mailroom.directory.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.mailroom.directory.Route;

/**
 * Routes in the order in which they are asked, and what makes one change places with its neighbour.
 * Those for senders are always asked before the others, so that each stays among its own.
 */
public final class RouteOrder {

  private static final int STEP = 10;

  private final List<Route> routes;

  /** The order of these routes. */
  public RouteOrder(List<Route> routes) {
    this.routes = routes.stream().sorted(Route.ASKED).toList();
  }

  /** All of them, the first that is asked first. */
  public List<Route> routes() {
    return routes;
  }

  /** True when a route has a neighbour so many places on, or back below 0. */
  public boolean canMove(String name, int by) {
    List<Route> own = own(name);
    int place = place(own, name);
    return place >= 0 && place + by >= 0 && place + by < own.size();
  }

  /** New orders of the routes that get one; none when there is no such neighbour. */
  public List<ImportRow> moved(String name, int by) {
    if (!canMove(name, by)) {
      return List.of();
    }
    List<Route> own = own(name);
    int place = place(own, name);
    List<Integer> orders = new ArrayList<>(own.stream().map(Route::order).toList());
    boolean distinct = orders.stream().distinct().count() == orders.size();
    List<Route> after = new ArrayList<>(own);
    Collections.swap(after, place, place + by);
    List<ImportRow> rows = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Route route = after.get(i);
      int order = distinct ? orders.get(i) : (i + 1) * STEP;
      if (route.order() != order) {
        rows.add(
            new ImportRow(
                route.name(), Map.of("name", route.name(), "order", Integer.toString(order))));
      }
    }
    return rows;
  }

  /** Those that are asked together with the one of that name. */
  private List<Route> own(String name) {
    return routes.stream()
        .filter(route -> route.name().equals(name))
        .findAny()
        .map(Route::senders)
        .map(senders -> routes.stream().filter(r -> r.senders().isPresent() == senders.isPresent()))
        .map(same -> same.toList())
        .orElse(List.of());
  }

  private static int place(List<Route> own, String name) {
    return own.stream().map(Route::name).toList().indexOf(name);
  }
}
