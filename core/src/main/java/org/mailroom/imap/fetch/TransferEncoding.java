package org.mailroom.imap.fetch;

import java.io.InputStream;
import java.util.Optional;

/** The content transfer encodings there are (RFC 2045, 6). */
enum TransferEncoding {
  /** 7bit, 8bit and binary. */
  NONE,
  BASE64,
  QUOTED_PRINTABLE;

  /**
   * The one of this name.
   *
   * @param name in capitals
   */
  static Optional<TransferEncoding> named(String name) {
    return switch (name) {
      case "7BIT", "8BIT", "BINARY" -> Optional.of(NONE);
      case "BASE64" -> Optional.of(BASE64);
      case "QUOTED-PRINTABLE" -> Optional.of(QUOTED_PRINTABLE);
      default -> Optional.empty();
    };
  }

  /** Decodes as it is read; whatever comes, it goes on. */
  InputStream decode(InputStream encoded) {
    return switch (this) {
      case NONE -> encoded;
      case BASE64 -> new Base64Stream(encoded);
      case QUOTED_PRINTABLE -> new QuotedPrintableStream(encoded);
    };
  }
}
