package org.mailroom.mime;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A header field.
 *
 * @param name in lower case
 * @param value unfolded, in one line without control characters, not decoded (RFC 2047)
 */
public record MimeField(String name, String value) {

  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
  private static final char DELETE = 0x7F;

  /** Takes any value; control characters become spaces. */
  public MimeField {
    name = name.toLowerCase(Locale.ROOT);
    value = (hasControls(value) ? CONTROLS.matcher(value).replaceAll(" ") : value).strip();
  }

  /** As hardly any has: they are many, and looked at often. */
  private static boolean hasControls(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == DELETE) {
        return true;
      }
    }
    return false;
  }
}
