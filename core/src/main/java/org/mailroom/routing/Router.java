package org.mailroom.routing;

import org.mailroom.mail.Domain;
import org.mailroom.mail.ReversePath;

/**
 * Decides the way of mail. Reception asks only {@link #group}, which never waits for DNS; a
 * delivery attempt asks {@link #resolve}.
 */
public interface Router {

  /**
   * The group of a recipient domain: recipients of one mail with the same group travel as one part.
   * The name of the explicit route or smart host, else the domain in A-labels.
   */
  String group(Domain domain);

  /** The group of a recipient domain for mail of a sender: there may be a route for that. */
  default String group(Domain domain, ReversePath from) {
    return group(domain);
  }

  /** Where mail for the domain goes at this time. May ask DNS. */
  RoutingResult resolve(Domain domain);

  /** Where mail of a sender for the domain goes at this time. May ask DNS. */
  default RoutingResult resolve(Domain domain, ReversePath from) {
    return resolve(domain);
  }
}
