package org.mailroom.directory;

import java.util.List;
import java.util.Objects;
import org.mailroom.mail.Address;

/**
 * Another name: mail to it goes to its targets, with the sender's reverse-path.
 *
 * @param address in a local domain
 * @param targets at least one; outside as well
 */
public record Alias(Address address, List<Address> targets) implements AddressHolder {

  /** Refuses one that leads nowhere. */
  public Alias {
    Objects.requireNonNull(address, "an alias has an address");
    targets = List.copyOf(targets);
    if (targets.isEmpty()) {
      throw DirectoryReason.NO_TARGET.refused();
    }
  }
}
