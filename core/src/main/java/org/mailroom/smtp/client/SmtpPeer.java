package org.mailroom.smtp.client;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.sasl.Credentials;

/**
 * One server to talk to, and how. Sessions to equal peers are interchangeable: one that is
 * authenticated is never used for a peer without these credentials.
 *
 * @param name the host name, which a verified certificate must carry; or its address in text form
 * @param address resolved
 * @param startTls how TLS is used
 * @param credentials for AUTH (RFC 4954), without which there is no session; sent over TLS only, or
 *     to a loopback address
 * @param lmtp true for a store that speaks LMTP (RFC 2033): it answers the content for each
 *     recipient
 */
public record SmtpPeer(
    String name,
    InetSocketAddress address,
    StartTls startTls,
    Optional<Credentials> credentials,
    boolean lmtp) {

  /** Refuses an unresolved address. */
  public SmtpPeer {
    Objects.requireNonNull(name, "a peer has a name");
    Objects.requireNonNull(startTls, "a peer has a use of TLS");
    Objects.requireNonNull(credentials, "a peer has credentials or none");
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("A peer has a resolved address");
    }
  }

  /** A peer that takes mail from whoever comes. */
  public SmtpPeer(String name, InetSocketAddress address, StartTls startTls) {
    this(name, address, startTls, Optional.empty());
  }

  /** A peer that speaks SMTP. */
  public SmtpPeer(
      String name,
      InetSocketAddress address,
      StartTls startTls,
      Optional<Credentials> credentials) {
    this(name, address, startTls, credentials, false);
  }

  SmtpPeer inPlain() {
    return new SmtpPeer(name, address, StartTls.NEVER, credentials, lmtp);
  }

  /** True when nobody else can read what is said to it in plain. */
  boolean isThisMachine() {
    return address.getAddress().isLoopbackAddress();
  }

  /** True when a session without TLS is of use: it is allowed, and enough for its credentials. */
  boolean isUsableInPlain() {
    return startTls.allowsPlain() && (credentials.isEmpty() || isThisMachine());
  }
}
