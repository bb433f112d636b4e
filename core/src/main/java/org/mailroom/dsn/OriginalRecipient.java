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
   * Reads {@code type;xtext}, at most 500 characters. An address of type {@code utf-8} comes in the
   * forms of {@link Unitext}, or as xtext, which some clients make of it.
   *
   * @throws IllegalArgumentException when it has another form
   */
  public static OriginalRecipient parse(String value) {
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("ORCPT has at most 500 characters");
    }
    return ofParameter(value);
  }

  /** The same for what {@link #toParameter} wrote: the 7-bit form of an address may be longer. */
  public static OriginalRecipient ofParameter(String value) {
    int semicolon = value.indexOf(';');
    if (semicolon < 0) {
      throw new IllegalArgumentException("ORCPT is type;address");
    }
    String type = value.substring(0, semicolon);
    return new OriginalRecipient(type, decode(type, value.substring(semicolon + 1)));
  }

  private static String decode(String type, String encoded) {
    if (isUtf8(type) && encoded.indexOf('+') < 0) {
      return Unitext.decode(encoded);
    }
    boolean raw = encoded.chars().anyMatch(c -> c > 0x7F);
    return raw ? encoded : Xtext.decode(encoded);
  }

  /** The value as RCPT takes it from anybody, without SMTPUTF8. */
  public String toParameter() {
    return toParameter(false);
  }

  /**
   * The value as RCPT takes it.
   *
   * @param utf8 true under SMTPUTF8
   */
  public String toParameter(boolean utf8) {
    return addressType
        + ";"
        + (isUtf8(addressType) ? Unitext.encode(address, utf8) : Xtext.encode(address));
  }

  /** True when the parameter is not too long for others to take. */
  public boolean fitsAsParameter(boolean utf8) {
    return toParameter(utf8).length() <= MAX_LENGTH;
  }

  /** The value as a DSN's Original-Recipient field takes it. */
  @Override
  public String toString() {
    return addressType + ";" + address;
  }

  private static boolean isUtf8(String type) {
    return type.equalsIgnoreCase("utf-8");
  }

  private static boolean isTypeCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
  }
}
