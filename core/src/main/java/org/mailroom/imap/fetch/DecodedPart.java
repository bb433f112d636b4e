package org.mailroom.imap.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A part without its encoding. A message, and a part that has parts, are in none (RFC 2045, 6.4).
 */
final class DecodedPart {

  private static final int PIECE = 32 * 1024;

  private final FetchedMessage message;
  private final Range range;
  private final TransferEncoding encoding;

  private DecodedPart(FetchedMessage message, Range range, TransferEncoding encoding) {
    this.message = message;
    this.range = range;
    this.encoding = encoding;
  }

  /** Refuses a part in an unknown encoding. */
  static void check(FetchedMessage message, Section section) throws FetchException {
    if (section.find(message).isPresent() && encoding(message, section).isEmpty()) {
      throw FetchException.unknownEncoding();
    }
  }

  /**
   * The part; empty when there is none.
   *
   * @throws IOException when its encoding is unknown, which {@link #check} finds earlier
   */
  static Optional<DecodedPart> find(FetchedMessage message, Section section) throws IOException {
    Optional<Range> range = section.find(message);
    if (range.isEmpty()) {
      return Optional.empty();
    }
    TransferEncoding encoding =
        encoding(message, section).orElseThrow(() -> new IOException("An unknown encoding"));
    return Optional.of(new DecodedPart(message, range.get(), encoding));
  }

  private static Optional<TransferEncoding> encoding(FetchedMessage message, Section section) {
    Optional<BodyPart> part =
        section.path().isEmpty()
            ? Optional.empty()
            : message.body().at(section.path()).filter(found -> !found.isMultipart());
    return part.isEmpty()
        ? Optional.of(TransferEncoding.NONE)
        : TransferEncoding.named(part.get().encoding());
  }

  /** Its octets. */
  InputStream open() throws IOException {
    return encoding.decode(message.open(range));
  }

  /** How many they are. */
  long size() throws IOException {
    if (encoding == TransferEncoding.NONE) {
      return range.length();
    }
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
