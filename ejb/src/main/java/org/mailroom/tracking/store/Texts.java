package org.mailroom.tracking.store;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;

/** Texts of strangers, fit for a column. */
final class Texts {

  static final int SUBJECT = 200;

  private Texts() {}

  /** At most so long, with blanks for controls and a question mark for half a character. */
  static String clean(String text, int most) {
    int end = Math.min(text.length(), most);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder changed = null;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      char fit = fit(text, i, end);
      if (fit != c && changed == null) {
        changed = new StringBuilder(end).append(text, 0, i);
      }
      if (changed != null) {
        changed.append(fit);
      }
    }
    return changed != null ? changed.toString() : text.substring(0, end);
  }

  /** A subject decoded (RFC 2047), cut to {@link #SUBJECT} characters. */
  static String subject(String body) {
    String decoded = body;
    try {
      decoded = MimeUtility.decodeText(body);
    } catch (UnsupportedEncodingException | RuntimeException e) {
      // As it came: what nobody can decode is shown as it is.
    }
    return clean(decoded, SUBJECT).strip();
  }

  private static char fit(String text, int at, int end) {
    char c = text.charAt(at);
    if (c >= ' ' && c < 0x7F) {
      return c;
    }
    if (Character.isISOControl(c)) {
      return ' ';
    }
    boolean alone =
        Character.isHighSurrogate(c)
            ? at + 1 >= end || !Character.isLowSurrogate(text.charAt(at + 1))
            : Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    return alone ? '?' : c;
  }
}
