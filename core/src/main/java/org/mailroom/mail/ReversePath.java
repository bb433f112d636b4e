package org.mailroom.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a failure is reported to (RFC 5321, 3.6.3 and 4.1.1.2): an address, or the null path {@code
 * <>} of mail that must never be answered by a DSN.
 *
 * @param address empty for the null reverse-path
 */
public record ReversePath(Optional<Address> address) {

  /** {@code <>}. */
  public static final ReversePath NULL = new ReversePath(Optional.empty());

  /** Takes an address or none. */
  public ReversePath {
    Objects.requireNonNull(address, "a reverse-path has an address or is null");
  }

  /** The reverse-path that names {@code address}. */
  public static ReversePath of(Address address) {
    return new ReversePath(Optional.of(address));
  }

  /**
   * Reads an address without angle brackets; the empty text is the null reverse-path.
   *
   * @throws IllegalArgumentException when the text is not an address
   */
  public static ReversePath parse(String text) {
    return text.isEmpty() ? NULL : of(Address.parse(text));
  }

  /** True for {@code <>}. */
  public boolean isNull() {
    return address.isEmpty();
  }

  /** The address, or the empty text for the null reverse-path; without angle brackets. */
  @Override
  public String toString() {
    return address.map(Address::toString).orElse("");
  }
}
