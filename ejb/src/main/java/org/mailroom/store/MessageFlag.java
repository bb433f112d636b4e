package org.mailroom.store;

/** The system flags that are kept (RFC 9051, 2.3.2). */
public enum MessageFlag {
  SEEN,
  ANSWERED,
  FLAGGED,
  DELETED,
  DRAFT;

  /** Its bit in {@link StoredMessage#flags}. */
  public int bit() {
    return 1 << ordinal();
  }
}
