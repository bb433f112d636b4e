package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.mailroom.mime.TransferDecoding;

/**
 * A part without its encoding. A message, and a part that has parts, are in none (RFC 2045, 6.4).
 */
final class DecodedPart {

  private static final int PIECE = 32 * 1024;

  private final FetchedMessage message;
  private final Range range;
  private final String encoding;

  private DecodedPart(FetchedMessage message, Range range, String encoding) {
    this.message = message;
    this.range = range;
    this.encoding = encoding;
  }

  /** Refuses a part in an unknown encoding. */
  static void check(FetchedMessage message, Section section) throws FetchException {
    if (section.find(message).isPresent()
        && !TransferDecoding.isKnown(encoding(message, section))) {
      throw FetchException.unknownEncoding();
    }
  }

  /** The part, whose encoding is known; empty when there is none. */
  static Optional<DecodedPart> find(FetchedMessage message, Section section) {
    return section
        .find(message)
        .map(range -> new DecodedPart(message, range, encoding(message, section)));
  }

  private static String encoding(FetchedMessage message, Section section) {
    Optional<BodyPart> part =
        section.path().isEmpty()
            ? Optional.empty()
            : message.body().at(section.path()).filter(found -> !found.isMultipart());
    return part.map(BodyPart::encoding).orElse("");
  }

  /** Its octets. */
  InputStream open() throws IOException {
    return TransferDecoding.of(message.open(range), encoding);
  }

  /** How many they are. */
  long size() throws IOException {
    byte[] piece = new byte[PIECE];
    long size = 0;
    try (InputStream in = open()) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        size += count;
      }
    }
    return size;
  }
}
