package org.mailroom.routing;

import java.util.List;
import java.util.Objects;

/**
 * A next hop of relaying: the hosts to try, in order, as one destination.
 *
 * @param key names it in the destination gate, in the queue and in the console: the smart host, or
 *     the MX set, not the recipient's domain
 * @param hosts in the order to try, at least one
 * @param configured true for a smart host or explicit route, false when found by MX
 */
public record NextHop(String key, List<Host> hosts, boolean configured) {

  /**
   * One host of a next hop.
   *
   * @param name a host name, or an IP address
   * @param port TCP port
   */
  public record Host(String name, int port) {
    /** Needs a name. */
    public Host {
      Objects.requireNonNull(name, "a host has a name");
    }

    @Override
    public String toString() {
      return name + ":" + port;
    }
  }

  /** Refuses a next hop without hosts. */
  public NextHop {
    Objects.requireNonNull(key, "a next hop has a key");
    hosts = List.copyOf(hosts);
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException("A next hop has a host");
    }
  }
}
