package org.mailroom.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a mail came from, by which its reverse-path is believed or not.
 *
 * @param client the client's IP address, or {@code hub} for a mail of the hub itself
 * @param user the account that the client logged in to, by its address
 * @param outside true when the client neither logged in nor is in a trusted network
 */
public record Origin(String client, Optional<Address> user, boolean outside) {

  /** Nobody sent it: the hub wrote it. */
  public static final Origin HUB = trusted("hub");

  /** Who logged in is not outside. */
  public Origin {
    Objects.requireNonNull(client, "an origin has a client");
    Objects.requireNonNull(user, "user is an address or empty");
    if (outside && user.isPresent()) {
      throw new IllegalArgumentException("Who logged in is not outside");
    }
  }

  /** A client of a trusted network that didn't log in. */
  public static Origin trusted(String client) {
    return new Origin(client, Optional.empty(), false);
  }

  /** As if this user had sent it. */
  public Origin by(Address other) {
    return new Origin(client, Optional.of(other), false);
  }
}
