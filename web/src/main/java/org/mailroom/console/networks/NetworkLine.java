package org.mailroom.console.networks;

import java.net.Inet6Address;
import org.mailroom.console.Phrases;
import org.mailroom.directory.TrustedNetwork;

/**
 * A trusted network as a line of the list.
 *
 * @param network as CIDR
 * @param comment for people; may be empty
 * @param repair true when mail of printers and old applications is mended
 * @param size how many addresses it has, in words; empty for IPv6
 */
public record NetworkLine(String network, String comment, boolean repair, String size) {

  private static final int BITS = 32;

  static NetworkLine of(TrustedNetwork trusted, Phrases phrases) {
    boolean isLarge = trusted.network().address() instanceof Inet6Address;
    return new NetworkLine(
        trusted.network().toString(),
        trusted.comment(),
        trusted.repair(),
        isLarge
            ? ""
            : phrases.text("networks.size", 1L << (BITS - trusted.network().prefixLength())));
  }
}
