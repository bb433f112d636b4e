package org.mailroom.imap.session;

import java.util.Optional;

/** What a client enables, because it changes what the server says (RFC 9051, 6.3.1). */
enum Extension {
  IMAP4REV2("IMAP4REV2"),
  CONDSTORE("CONDSTORE"),
  QRESYNC("QRESYNC"),
  /** RFC 6855. */
  UTF8_ACCEPT("UTF8=ACCEPT");

  private final String capability;

  Extension(String capability) {
    this.capability = capability;
  }

  /** The one of this name, in any case. */
  static Optional<Extension> named(String name) {
    for (Extension extension : values()) {
      if (extension.capability.equalsIgnoreCase(name)) {
        return Optional.of(extension);
      }
    }
    return Optional.empty();
  }

  /** Its name. */
  String capability() {
    return capability;
  }

  /** True when names and strings in quotes are UTF-8 then. */
  boolean bringsUtf8() {
    return this == IMAP4REV2 || this == UTF8_ACCEPT;
  }
}
