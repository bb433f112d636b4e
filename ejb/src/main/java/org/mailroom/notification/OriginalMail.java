package org.mailroom.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.mail.MessageContent;

/**
 * What a DSN says of the mail that it is about, and returns of it. Of a large mail only the header
 * is read.
 */
final class OriginalMail {

  /** In the header of what this hub writes to its postmaster. */
  static final String REPORT_MARK = "X-Mailroom-Report";

  /** Mail up to this many octets is returned whole. */
  static final int MAX_WHOLE = 50_000;

  /** A header that reception takes is not larger. */
  private static final int MAX_HEADER = 256 * 1024;

  private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,240}@[!-;=?-~]{1,240}>");

  private final byte[] octets;
  private final int headerLength;
  private final boolean isWhole;
  private final InternetHeaders fields;

  private OriginalMail(byte[] octets, boolean isWhole, int headerLength, InternetHeaders fields) {
    this.octets = octets;
    this.isWhole = isWhole;
    this.headerLength = headerLength;
    this.fields = fields;
  }

  /**
   * Reads the mail if it is small, else its header.
   *
   * @throws IOException when the content can't be read
   */
  static OriginalMail read(MessageContent content) throws IOException, MessagingException {
    boolean whole = content.size() <= MAX_WHOLE;
    byte[] octets;
    try (InputStream in = content.open()) {
      octets = in.readNBytes(whole ? MAX_WHOLE : MAX_HEADER);
    }
    int header = headerLength(octets);
    InternetHeaders fields = new InternetHeaders(new ByteArrayInputStream(octets, 0, header), true);
    return new OriginalMail(octets, whole, header, fields);
  }

  /** True when the whole mail is small enough to be returned. */
  boolean canReturnWhole() {
    return isWhole;
  }

  byte[] whole() {
    return octets;
  }

  /** The header, without the empty line that ends it; of a huge one, its first lines. */
  byte[] header() {
    if (headerLength <= MAX_WHOLE) {
      return Arrays.copyOf(octets, headerLength);
    }
    return Arrays.copyOf(octets, lastLineEnd(octets, MAX_WHOLE));
  }

  boolean hasEightBitHeader() {
    return isEightBit(header());
  }

  static boolean isEightBit(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0) {
        return true;
      }
    }
    return false;
  }

  /** The Message-ID if it is one. */
  Optional<String> messageId() {
    return field("Message-ID").map(String::strip).filter(id -> MESSAGE_ID.matcher(id).matches());
  }

  /** The Subject as its author wrote it, harmless, at most {@code max} characters. */
  Optional<String> subject(int max) {
    return field("Subject")
        .map(HeaderWords::decode)
        .map(FieldText::oneLine)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> text.length() <= max ? text : text.substring(0, max).stripTrailing() + "…");
  }

  /** True for a report to a postmaster, of this hub or another. */
  boolean isReport() {
    return field(REPORT_MARK).isPresent();
  }

  /** True for mail of programs and lists, which nobody waits for (RFC 3834, 2; RFC 2369, 2919). */
  boolean isAutomatic() {
    String submitted = word("Auto-Submitted");
    String precedence = word("Precedence");
    return !submitted.isEmpty() && !submitted.equals("no")
        || precedence.equals("bulk")
        || precedence.equals("list")
        || precedence.equals("junk")
        || field("List-Id").isPresent()
        || field("List-Post").isPresent()
        || field("List-Unsubscribe").isPresent();
  }

  /** The first word of a field in lower case: what follows are parameters and comments. */
  private String word(String name) {
    return field(name)
        .map(value -> value.strip().split("[\\s;(]", 2)[0].toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private Optional<String> field(String name) {
    String[] values = fields.getHeader(name);
    return values == null ? Optional.empty() : Optional.of(values[0]);
  }

  private static int headerLength(byte[] octets) {
    if (startsWithLineEnd(octets, 0)) {
      return 0;
    }
    for (int i = 0; i + 3 < octets.length; i++) {
      if (startsWithLineEnd(octets, i) && startsWithLineEnd(octets, i + 2)) {
        return i + 2;
      }
    }
    return lastLineEnd(octets, octets.length);
  }

  private static int lastLineEnd(byte[] octets, int limit) {
    for (int i = limit - 2; i >= 0; i--) {
      if (startsWithLineEnd(octets, i)) {
        return i + 2;
      }
    }
    return 0;
  }

  private static boolean startsWithLineEnd(byte[] octets, int at) {
    return at + 1 < octets.length && octets[at] == '\r' && octets[at + 1] == '\n';
  }
}
