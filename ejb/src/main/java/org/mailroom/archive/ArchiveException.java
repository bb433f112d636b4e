package org.mailroom.archive;

/** Not all could be put into the account; what the tally says was, and stays. */
public final class ArchiveException extends Exception {

  /** Why. */
  public enum Reason {
    /** It is not what it is said to be, or it broke off. */
    BROKEN,
    /** The account has no room. */
    OVERQUOTA,
    /** The store takes no more of it. */
    REFUSED,
    /** The database doesn't answer. */
    UNAVAILABLE,
    /** A fault of the hub, whose log has more. */
    FAULT
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient ArchiveTally tally;

  ArchiveException(Reason reason, String text, ArchiveTally tally, Exception cause) {
    super(text, cause);
    this.reason = reason;
    this.tally = tally;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** How far it came. */
  public ArchiveTally tally() {
    return tally;
  }
}
