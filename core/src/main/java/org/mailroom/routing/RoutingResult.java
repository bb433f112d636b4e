package org.mailroom.routing;

import org.mailroom.mail.EnhancedStatusCode;

/** Where a domain's mail goes now, or why nowhere. */
public sealed interface RoutingResult {

  /** To this next hop. */
  record Found(NextHop nextHop) implements RoutingResult {}

  /** Not now: DNS gave no answer (4.4.3). */
  record TryLater(EnhancedStatusCode status, String reason) implements RoutingResult {}

  /**
   * Never: no such domain (5.1.2), null MX (5.1.10), nothing but ourselves (5.4.6), no address
   * (5.4.4).
   */
  record Unroutable(EnhancedStatusCode status, String reason) implements RoutingResult {}
}
