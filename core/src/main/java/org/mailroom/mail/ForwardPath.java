package org.mailroom.mail;

import java.util.Objects;

/**
 * Who a mail is for (RFC 5321, 4.1.1.3).
 *
 * @param address the recipient's address
 */
public record ForwardPath(Address address) {

  /** Takes an address. */
  public ForwardPath {
    Objects.requireNonNull(address, "a forward-path needs an address");
  }

  /**
   * Reads an address without angle brackets.
   *
   * @throws IllegalArgumentException when the text is not an address
   */
  public static ForwardPath parse(String text) {
    return new ForwardPath(Address.parse(text));
  }

  /** The domain of the address. */
  public Domain domain() {
    return address.domain();
  }

  /** The address, without angle brackets. */
  @Override
  public String toString() {
    return address.toString();
  }
}
