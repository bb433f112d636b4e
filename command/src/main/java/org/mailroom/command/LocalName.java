package org.mailroom.command;

import org.mailroom.mail.Address;
import org.mailroom.mail.Domain;

/** Names of this machine's users as addresses: {@code root} is {@code root@} the host name. */
final class LocalName {

  private static final String SOMEBODY = "nobody";

  private LocalName() {}

  /** The address with a domain; the empty text, for the null reverse-path, stays. */
  static String qualified(String address, Domain hostname) {
    return address.isEmpty() || address.indexOf('@') >= 0 ? address : address + "@" + hostname;
  }

  /** The user who runs this program. */
  static String ofUser(Domain hostname) {
    try {
      return new Address(System.getProperty("user.name"), hostname).toString();
    } catch (IllegalArgumentException e) {
      return new Address(SOMEBODY, hostname).toString();
    }
  }
}
