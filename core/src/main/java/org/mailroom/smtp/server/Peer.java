package org.mailroom.smtp.server;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Address;

/**
 * Who sends a mail to this hub.
 *
 * @param client its address
 * @param user who it has logged in as, if it has
 */
public record Peer(InetAddress client, Optional<Address> user) {

  /** Has an address. */
  public Peer {
    Objects.requireNonNull(client, "a peer has an address");
    Objects.requireNonNull(user, "a peer has a user or none");
  }

  /** A peer that has not logged in. */
  public static Peer of(InetAddress client) {
    return new Peer(client, Optional.empty());
  }
}
