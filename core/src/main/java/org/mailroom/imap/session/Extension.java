package org.mailroom.imap.session;

import java.util.Optional;
import org.mailroom.imap.Capability;

/** What a client enables, because it changes what the server says (RFC 9051, 6.3.1). */
enum Extension {
  IMAP4REV2,
  CONDSTORE,
  QRESYNC;

  /** By its name among what the server can. */
  Capability capability() {
    return Capability.of(name());
  }

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
