package org.mailroom.store;

import java.util.Set;

/**
 * What of contents is read with their messages. Other things can be asked for as well, each at the
 * price of a query.
 *
 * @param texts what FETCH says of structures
 * @param structures also those that the texts are missing of
 * @param octets of small messages
 * @param header fields of the header, by their names in lower case; where only octets tell of them,
 *     those of small messages
 */
public record Reading(boolean texts, boolean structures, boolean octets, Set<String> header) {

  /** All that is asked for when messages are read to their end. */
  public static final Reading OCTETS = new Reading(false, true, true, Set.of());

  /** Takes a copy. */
  public Reading {
    header = Set.copyOf(header);
  }

  /** True when anything is read of contents. */
  public boolean isOfContents() {
    return texts || structures || octets || !header.isEmpty();
  }

  boolean wantsOctets(MessageRow row) {
    return octets || !header.isEmpty() && !row.tells(header);
  }
}
