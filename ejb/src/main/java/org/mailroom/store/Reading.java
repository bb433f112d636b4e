package org.mailroom.store;

import java.util.Set;
import org.mailroom.imap.Wanted;
import org.mailroom.imap.Wanted.Detail;

/**
 * What of contents is read with their messages. Other things can be asked for as well, each at the
 * price of a query. Where kept texts are missing, structures are read in their place; where only
 * octets tell of header fields, those of small messages.
 */
public record Reading(Wanted wanted) {

  /** All that is asked for when messages are read to their end. */
  public static final Reading OCTETS =
      new Reading(new Wanted(Set.of(Detail.STRUCTURE, Detail.OCTETS), Set.of()));

  /** True when anything is read of contents. */
  public boolean isOfContents() {
    return texts() || structures() || octets();
  }

  boolean texts() {
    return wanted.has(Detail.ENVELOPE) || wanted.has(Detail.BODY_STRUCTURE);
  }

  boolean structures() {
    return wanted.has(Detail.STRUCTURE) || !wanted.header().isEmpty();
  }

  boolean octets() {
    return wanted.has(Detail.OCTETS);
  }

  boolean wantsOctets(MessageRow row) {
    return octets() || !wanted.header().isEmpty() && !row.tells(wanted.header());
  }
}
