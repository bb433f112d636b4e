package org.mailroom.imap.session;

import java.util.Optional;

/** What a client enables, because it changes what the server says (RFC 9051, 6.3.1). */
enum Extension {
  IMAP4REV2,
  CONDSTORE,
  QRESYNC;

  /** The one of this name, in any case. */
  static Optional<Extension> named(String name) {
    for (Extension extension : values()) {
      if (extension.name().equalsIgnoreCase(name)) {
        return Optional.of(extension);
      }
    }
    return Optional.empty();
  }
}
