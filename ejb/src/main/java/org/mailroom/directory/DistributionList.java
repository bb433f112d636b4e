package org.mailroom.directory;

import java.util.List;
import java.util.Objects;
import org.mailroom.mail.Address;

/**
 * Many recipients under one address. Its mail carries the first owner as reverse-path.
 *
 * @param address in a local domain
 * @param name for people; may be empty
 * @param posting who may send to it
 * @param members accounts, aliases, other lists, people outside; may be empty
 * @param owners who get the reports about it, and may always send to it; of local domains; without
 *     any, postmaster is
 * @param moderators who let mail through, and may always send to it
 */
public record DistributionList(
    Address address,
    String name,
    Posting posting,
    List<Address> members,
    List<Address> owners,
    List<Address> moderators)
    implements AddressHolder {

  /**
   * Who may send to a list. It is asked for the list that a mail was sent to, not for lists in it.
   */
  public enum Posting {
    ANYONE,
    /** Whoever logged in, and senders of local domains in trusted networks. */
    INSIDE,
    MEMBERS,
    OWNERS,
    /** Anyone, when a moderator lets it through. */
    MODERATED
  }

  /** Takes copies. */
  public DistributionList {
    Objects.requireNonNull(address, "a list has an address");
    Objects.requireNonNull(name, "a list has a name, if an empty one");
    Objects.requireNonNull(posting, "a list says who may send to it");
    members = List.copyOf(members);
    owners = List.copyOf(owners);
    moderators = List.copyOf(moderators);
  }

  /** Where reports about its mail go. */
  public Address owner() {
    return owners.isEmpty() ? new Address("postmaster", address.domain()) : owners.get(0);
  }

  /** Who is asked to let mail through: the moderators, or the owners where there are none. */
  public List<Address> deciders() {
    if (!moderators.isEmpty()) {
      return moderators;
    }
    return owners.isEmpty() ? List.of(owner()) : owners;
  }
}
