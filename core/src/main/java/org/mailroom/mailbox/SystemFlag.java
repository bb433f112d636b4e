package org.mailroom.mailbox;

import java.util.Optional;

/** The system flags that are kept (RFC 9051, 2.3.2). */
public enum SystemFlag {
  SEEN(1, "\\Seen"),
  ANSWERED(2, "\\Answered"),
  FLAGGED(4, "\\Flagged"),
  DELETED(8, "\\Deleted"),
  DRAFT(16, "\\Draft");

  private final int bit;
  private final String text;

  SystemFlag(int bit, String text) {
    this.bit = bit;
    this.text = text;
  }

  /** Its bit where flags are kept as a number; databases have it. */
  public int bit() {
    return bit;
  }

  /** With its backslash. */
  public String text() {
    return text;
  }

  /** The flag of this name, in any case. */
  public static Optional<SystemFlag> named(String name) {
    for (SystemFlag flag : values()) {
      if (flag.text.equalsIgnoreCase(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
