package org.mailroom.dsn;

import java.util.Objects;

/**
 * The ORCPT parameter of RCPT (RFC 3461, 4.2; RFC 6533, 4): the recipient as the sender named it.
 *
 * @param addressType such as {@code rfc822} or {@code utf-8}
 * @param address decoded, in the form of its type
 */
public record OriginalRecipient(String addressType, String address) {

  private static final int MAX_LENGTH = 500;

  /** Refuses a type that is not an atom, and an empty address. */
  public OriginalRecipient {
    Objects.requireNonNull(addressType, "an original recipient has an address type");
    Objects.requireNonNull(address, "an original recipient has an address");
    if (addressType.isEmpty()
        || !addressType.chars().allMatch(OriginalRecipient::isTypeCharacter)) {
      throw new IllegalArgumentException("The address type of ORCPT is an atom");
    }
    if (address.isEmpty() || !PlainText.isPlain(address)) {
      throw new IllegalArgumentException("The address of ORCPT is empty or has control characters");
    }
  }

  /**
   * Reads {@code type;xtext}, at most 500 characters; non-ASCII characters may stand as they are
   * under SMTPUTF8.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static OriginalRecipient parse(String value) {
    int semicolon = value.indexOf(';');
    if (semicolon < 0 || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("ORCPT is type;address, at most 500 characters");
    }
    String encoded = value.substring(semicolon + 1);
    boolean raw = encoded.chars().anyMatch(c -> c > 0x7F);
    return new OriginalRecipient(
        value.substring(0, semicolon), raw ? encoded : Xtext.decode(encoded));
  }

  /** The value as RCPT takes it. */
  public String toParameter() {
    return addressType + ";" + Xtext.encode(address);
  }

  /** The value as a DSN's Original-Recipient field takes it. */
  @Override
  public String toString() {
    return addressType + ";" + address;
  }

  private static boolean isTypeCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }
}
