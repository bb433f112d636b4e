package org.mailroom.imap;

import java.io.Serial;

/** A mailbox can't be had, or not be changed so; nothing has happened. */
public final class MailboxException extends Exception {

  /** Why. */
  public enum Reason {
    /** There is no such mailbox. */
    NONEXISTENT,
    /** There is one of this name already. */
    ALREADYEXISTS,
    /** It has mailboxes below it. */
    HASCHILDREN,
    /** The hub never does that. */
    CANNOT,
    /** The account has no room for it. */
    OVERQUOTA,
    /** Too many of a kind: mailboxes, keywords, connections. */
    LIMIT,
    /** The store doesn't answer now. */
    UNAVAILABLE
  }

  @Serial private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Refuses.
   *
   * @param text what a user reads, in ASCII and without a line end
   */
  public MailboxException(Reason reason, String text) {
    super(text);
    this.reason = reason;
  }

  /** The store doesn't answer, because of this. */
  public MailboxException(String text, Throwable cause) {
    super(text, cause);
    this.reason = Reason.UNAVAILABLE;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
