package org.mailroom.smtp.client;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * One server to talk to, and how. Sessions to equal peers are interchangeable.
 *
 * @param name the host name, which a verified certificate must carry; or its address in text form
 * @param address resolved
 * @param startTls how TLS is used
 */
public record SmtpPeer(String name, InetSocketAddress address, StartTls startTls) {

  /** Refuses an unresolved address. */
  public SmtpPeer {
    Objects.requireNonNull(name, "a peer has a name");
    Objects.requireNonNull(startTls, "a peer has a use of TLS");
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("A peer has a resolved address");
    }
  }

  SmtpPeer inPlain() {
    return new SmtpPeer(name, address, StartTls.NEVER);
  }
}
