package org.mailroom.directory;

import org.mailroom.settings.Network;

/**
 * Clients that may send anywhere without a password.
 *
 * @param repair true for printers and old applications: their bare LF becomes CRLF, and missing
 *     Date and Message-ID are added
 */
public record TrustedNetwork(Network network, String comment, boolean repair)
    implements DirectoryEntry {

  @Override
  public String key() {
    return network.toString();
  }

  @Override
  public String title() {
    return network.toString();
  }
}
