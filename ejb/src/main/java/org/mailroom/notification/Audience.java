package org.mailroom.notification;

import org.mailroom.mail.Address;
import org.mailroom.mail.EnvelopeRecipient;

/**
 * Who reads a DSN.
 *
 * @param address where it goes
 * @param isPostmaster true for the postmaster of this hub, who is told of mail that has no sender
 *     to tell (RFC 5321, 4.5.5)
 */
record Audience(Address address, boolean isPostmaster) {

  static Audience sender(Address address) {
    return new Audience(address, false);
  }

  static Audience postmaster(Address address) {
    return new Audience(address, true);
  }

  /** True when it is the same mailbox, whose local part is the same in any case of letters. */
  boolean isReachedBy(EnvelopeRecipient recipient) {
    Address other = recipient.path().address();
    return other.domain().equals(address.domain())
        && other.localPart().equalsIgnoreCase(address.localPart());
  }

  /** The name of a text that is another one for the postmaster. */
  String text(String key) {
    return isPostmaster ? key + ".postmaster" : key;
  }
}
