package org.mailroom.mime;

import java.io.InputStream;
import java.util.Locale;

/**
 * Undoes the transfer encoding of a body (RFC 2045, 6) as it is read, in constant memory. Whatever
 * the body contains, something is read: what is not base64 is passed over, and what is not
 * quoted-printable stays as it is.
 */
public final class TransferDecoding {

  private TransferDecoding() {}

  /**
   * True when {@link #of} can undo it.
   *
   * @param encoding the value of Content-Transfer-Encoding
   */
  public static boolean isKnown(String encoding) {
    return switch (word(encoding)) {
      case "", "7bit", "8bit", "binary", "base64", "quoted-printable" -> true;
      default -> false;
    };
  }

  /**
   * The octets behind an encoding; the body itself for one that changes nothing, or is unknown.
   *
   * @param encoding the value of Content-Transfer-Encoding
   */
  public static InputStream of(InputStream body, String encoding) {
    return switch (word(encoding)) {
      case "base64" -> new DecodedOctets(body, new Base64Decoding());
      case "quoted-printable" -> new DecodedOctets(body, new QuotedPrintableDecoding());
      default -> body;
    };
  }

  /** The octets of a part, from those of its body. */
  public static InputStream of(InputStream body, MimePart part) {
    return of(body, part.field("content-transfer-encoding").orElse(""));
  }

  private static String word(String encoding) {
    int end = 0;
    while (end < encoding.length() && " \t;(".indexOf(encoding.charAt(end)) < 0) {
      end++;
    }
    return encoding.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
