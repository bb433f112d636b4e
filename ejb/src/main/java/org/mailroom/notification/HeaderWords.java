package org.mailroom.notification;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;

/** Encoded words of header fields (RFC 2047). */
final class HeaderWords {

  private HeaderWords() {}

  /** The text behind encoded words; what can't be decoded stays as it is. */
  static String decode(String value) {
    try {
      return MimeUtility.decodeText(MimeUtility.unfold(value));
    } catch (UnsupportedEncodingException e) {
      return value;
    }
  }

  /** The text as encoded words. */
  static String encode(String text) {
    try {
      return MimeUtility.encodeWord(text, "UTF-8", "B");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every JVM has UTF-8", e);
    }
  }
}
