package org.mailroom.transport;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What counts as one peer. */
public final class PeerBlock {

  private static final int PREFIX_OCTETS = 8;

  private PeerBlock() {}

  /**
   * The address itself, but of IPv6 its first 64 bits, since one host has as many as it likes of
   * the rest.
   */
  public static InetAddress of(InetAddress peer) {
    if (!(peer instanceof Inet6Address)) {
      return peer;
    }
    byte[] octets = peer.getAddress();
    Arrays.fill(octets, PREFIX_OCTETS, octets.length, (byte) 0);
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("16 octets are an address", e);
    }
  }
}
