package org.mailroom.imap.grammar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The names of mailboxes as clients of IMAP4rev1 write them (RFC 3501, 5.1.3): printable ASCII is
 * itself, {@code &} is {@code &-}, and all else is UTF-16 in a base64 that has a comma for the
 * slash and no padding, between {@code &} and {@code -}. There is one way to write a name; any
 * other is refused, or two names would be one.
 */
public final class ModifiedUtf7 {

  private static final char SHIFT = '&';
  private static final char UNSHIFT = '-';

  private ModifiedUtf7() {}

  /**
   * The name that was written so.
   *
   * @throws ImapSyntaxException when none is written so
   */
  public static String decode(String text) throws ImapSyntaxException {
    StringBuilder name = new StringBuilder(text.length());
    int at = 0;
    for (int shift = text.indexOf(SHIFT); shift >= 0; shift = text.indexOf(SHIFT, at)) {
      int end = text.indexOf(UNSHIFT, shift);
      if (end < 0) {
        throw malformed();
      }
      name.append(text, at, shift);
      name.append(end == shift + 1 ? "&" : utf16(text.substring(shift + 1, end)));
      at = end + 1;
    }
    name.append(text, at, text.length());
    String decoded = name.toString();
    if (!encode(decoded).equals(text)) {
      throw malformed();
    }
    return decoded;
  }

  private static String utf16(String base64) throws ImapSyntaxException {
    try {
      byte[] octets = Base64.getDecoder().decode(base64.replace(',', '/'));
      return StandardCharsets.UTF_16BE.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw malformed();
    }
  }

  /** How a name is written. */
  public static String encode(String name) {
    StringBuilder text = new StringBuilder(name.length());
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at);
      if (isPrintable(c)) {
        text.append(c == SHIFT ? "&-" : String.valueOf(c));
        at++;
      } else {
        int end = at;
        while (end < name.length() && !isPrintable(name.charAt(end))) {
          end++;
        }
        byte[] octets = name.substring(at, end).getBytes(StandardCharsets.UTF_16BE);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(octets);
        text.append(SHIFT).append(base64.replace('/', ',')).append(UNSHIFT);
        at = end;
      }
    }
    return text.toString();
  }

  private static boolean isPrintable(char c) {
    return c >= ' ' && c < 0x7F;
  }

  private static ImapSyntaxException malformed() {
    return new ImapSyntaxException("A mailbox name is not in modified UTF-7");
  }
}
