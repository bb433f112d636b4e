package org.mailroom.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Collects the fields of one header that are worth keeping. Values are UTF-8, or what isn't,
 * Latin-1.
 */
final class HeaderReader {

  /** What IMAP's envelope, sorting and threading want to know of a message. */
  private static final Set<String> OF_MESSAGES =
      Set.of(
          "date",
          "subject",
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "bcc",
          "in-reply-to",
          "message-id",
          "references");

  private static final String OF_PARTS = "content-";

  /** Octets of a name. */
  static final int LONGEST_NAME = 100;

  /** Characters of a value. */
  static final int LONGEST_VALUE = 8 * 1024;

  /** That are kept of a header. */
  static final int MOST_FIELDS = 100;

  private final boolean ofMessage;
  private final List<MimeField> fields = new ArrayList<>();
  private String name;
  private StringBuilder value;

  /** Keeps the fields of a message besides those of a part when it is one. */
  HeaderReader(boolean ofMessage) {
    this.ofMessage = ofMessage;
  }

  /** A line of the header. */
  void line(byte[] octets, int length) {
    if (length > 0 && (octets[0] == ' ' || octets[0] == '\t')) {
      if (name != null && value.length() < LONGEST_VALUE) {
        value.append(text(octets, 0, length));
      }
      return;
    }
    endField();
    int colon = colon(octets, length);
    if (colon > 0) {
      String found = text(octets, 0, colon).strip().toLowerCase(Locale.ROOT);
      if (isKept(found)) {
        name = found;
        value = new StringBuilder(text(octets, colon + 1, length));
      }
    }
  }

  /** The fields, once the header has ended. */
  List<MimeField> fields() {
    endField();
    return fields;
  }

  /** True when fields of this name, in lower case, are kept of a message. */
  static boolean isKeptOfMessages(String field) {
    return field.startsWith(OF_PARTS) || OF_MESSAGES.contains(field);
  }

  private boolean isKept(String field) {
    return fields.size() < MOST_FIELDS
        && field.chars().allMatch(c -> c > ' ' && c < 0x7F)
        && (field.startsWith(OF_PARTS) || ofMessage && OF_MESSAGES.contains(field));
  }

  private void endField() {
    if (name != null) {
      if (value.length() > LONGEST_VALUE) {
        value.setLength(LONGEST_VALUE);
      }
      fields.add(new MimeField(name, value.toString()));
      name = null;
    }
  }

  private static int colon(byte[] octets, int length) {
    for (int i = 0; i < length && i < LONGEST_NAME; i++) {
      if (octets[i] == ':') {
        return i;
      }
    }
    return -1;
  }

  /** Octets of a header as text. */
  static String text(byte[] octets, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(octets, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }
}
