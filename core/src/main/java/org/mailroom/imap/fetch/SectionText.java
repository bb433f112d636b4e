package org.mailroom.imap.fetch;

import java.util.Optional;

/**
 * What is wanted of a part (RFC 9051, 6.4.5.1).
 *
 * <pre>
 * section-msgtext = "HEADER" / "HEADER.FIELDS" [".NOT"] SP header-list / "TEXT"
 * section-text    = section-msgtext / "MIME"
 * </pre>
 */
enum SectionText {
  ALL(""),
  HEADER("HEADER"),
  HEADER_FIELDS("HEADER.FIELDS"),
  HEADER_FIELDS_NOT("HEADER.FIELDS.NOT"),
  TEXT("TEXT"),
  MIME("MIME");

  private final String text;

  SectionText(String text) {
    this.text = text;
  }

  /** As the protocol has it. */
  String text() {
    return text;
  }

  /** True when names of header fields follow. */
  boolean hasFields() {
    return this == HEADER_FIELDS || this == HEADER_FIELDS_NOT;
  }

  /**
   * The one of this name.
   *
   * @param name in capitals
   */
  static Optional<SectionText> named(String name) {
    for (SectionText each : values()) {
      if (each.text.equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
