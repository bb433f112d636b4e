package org.mailroom.console.routes;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.mailroom.console.Phrases;
import org.mailroom.console.directory.EntriesView;
import org.mailroom.directory.DirectoryEntry;
import org.mailroom.directory.Route;
import org.mailroom.directory.change.DirectoryChanges;
import org.mailroom.directory.change.EntryKind;
import org.mailroom.directory.change.RouteOrder;
import org.mailroom.directory.view.SearchText;

/** The Routes page. Its state is its address: {@code ?name=partner&test=bob@partner.test}. */
@Named
@ViewScoped
public class RoutesView extends EntriesView {

  private static final long serialVersionUID = 1L;

  @Inject private transient DirectoryChanges directory;

  /** All routes at first. */
  public RoutesView() {
    super(EntryKind.ROUTE);
  }

  private RouteOrder order() {
    return new RouteOrder(directory.data().routes());
  }

  @Override
  protected List<Route> matching() {
    SearchText text = new SearchText(getText());
    return order().routes().stream().filter(text::isIn).toList();
  }

  @Override
  protected RouteLine line(DirectoryEntry entry, Phrases phrases) {
    Route route = (Route) entry;
    boolean movable = isChangeable() && !isFiltered();
    RouteOrder order = order();
    return RouteLine.of(
        route,
        movable && order.canMove(route.name(), -1),
        movable && order.canMove(route.name(), 1));
  }

  @Override
  protected Map<String, String> defaults() {
    return Map.of("order", "100", "protocol", "smtp", "tls", "opportunistic");
  }

  /** Lets a route change places with the one before it or behind it. */
  public void move(String name, int by) throws IOException {
    attempt(
        () -> {
          desk().setAll(EntryKind.ROUTE, order().moved(name, by), "");
          say(by < 0 ? "routes.moved.up" : "routes.moved.down", name);
          leave(list().with("page", getPage()));
        });
  }
}
