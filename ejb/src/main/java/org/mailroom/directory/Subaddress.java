package org.mailroom.directory;

import java.text.Normalizer;
import java.util.Optional;
import org.mailroom.mail.Address;

/**
 * An address with a detail behind a plus (RFC 5233): {@code ann+projects@corp.test}.
 *
 * @param base without plus and detail
 * @param folder that the detail names; empty for INBOX
 */
record Subaddress(Address base, Optional<String> folder) {

  private static final char SEPARATOR = '+';

  /** Wildcards and separators of IMAP, and what patterns of other programs are made of. */
  private static final String NOT_IN_FOLDERS = "%*/\\\"#&~";

  /** The parts of an address, if it has any. */
  static Optional<Subaddress> of(Address address) {
    String local = address.localPart();
    int plus = local.indexOf(SEPARATOR);
    if (plus < 1 || local.charAt(0) == '"') {
      return Optional.empty();
    }
    String base = local.substring(0, plus);
    if (base.endsWith(".")) {
      return Optional.empty();
    }
    return Optional.of(
        new Subaddress(new Address(base, address.domain()), folder(local.substring(plus + 1))));
  }

  private static Optional<String> folder(String detail) {
    String name = Normalizer.normalize(detail, Normalizer.Form.NFC);
    boolean usable =
        !name.isEmpty()
            && !name.equalsIgnoreCase("INBOX")
            && name.chars().noneMatch(c -> NOT_IN_FOLDERS.indexOf(c) >= 0);
    return usable ? Optional.of(name) : Optional.empty();
  }
}
