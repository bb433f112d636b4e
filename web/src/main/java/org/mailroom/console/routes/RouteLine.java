package org.mailroom.console.routes;

import java.util.Locale;
import org.mailroom.directory.Route;

/**
 * A route as a line of the list.
 *
 * @param name unique
 * @param order lower ones are asked first
 * @param senders pattern; empty for all
 * @param domains pattern; empty for all
 * @param host where it goes
 * @param protocol how it is spoken to there, in capitals
 * @param tls the key of what it demands
 * @param login true when the hub logs in there
 * @param up true when there is one before it that it may change places with
 * @param down true when there is one behind it
 */
public record RouteLine(
    String name,
    int order,
    String senders,
    String domains,
    String host,
    String protocol,
    String tls,
    boolean login,
    boolean up,
    boolean down) {

  static RouteLine of(Route route, boolean up, boolean down) {
    return new RouteLine(
        route.name(),
        route.order(),
        route.senders().orElse(""),
        route.domains().orElse(""),
        route.host().toString(),
        route.protocol().name(),
        route.tls().name().toLowerCase(Locale.ROOT),
        route.credentials().isPresent(),
        up,
        down);
  }
}
