package org.mailroom.store;

/** The system flags that are kept (RFC 9051, 2.3.2). */
public enum MessageFlag {
  SEEN(1),
  ANSWERED(2),
  FLAGGED(4),
  DELETED(8),
  DRAFT(16);

  private final int bit;

  MessageFlag(int bit) {
    this.bit = bit;
  }

  /** Its bit in {@link StoredMessage#flags}; databases have it. */
  public int bit() {
    return bit;
  }
}
