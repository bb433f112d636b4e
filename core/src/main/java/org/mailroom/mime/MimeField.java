package org.mailroom.mime;

import java.util.Locale;

/**
 * A header field.
 *
 * @param name in lower case
 * @param value unfolded, in one line without control characters, not decoded (RFC 2047)
 */
public record MimeField(String name, String value) {

  /** Takes any value; control characters become spaces. */
  public MimeField {
    name = name.toLowerCase(Locale.ROOT);
    value = value.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
