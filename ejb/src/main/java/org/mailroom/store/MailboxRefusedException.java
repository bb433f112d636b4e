package org.mailroom.store;

/** A mailbox can't be had, or not be changed so; nothing has happened. */
public final class MailboxRefusedException extends RuntimeException {

  /** Why. */
  public enum Reason {
    /** The account has no such mailbox. */
    NONEXISTENT,
    /** It has one of this name already. */
    ALREADYEXISTS,
    /** The mailbox has others below it. */
    HASCHILDREN,
    /** The store never does that. */
    CANNOT,
    /** The quota has no room for it. */
    OVERQUOTA,
    /** Too many of a kind. */
    LIMIT
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /**
   * Refuses.
   *
   * @param text what a user reads, in ASCII
   */
  MailboxRefusedException(Reason reason, String text) {
    super(text);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  static MailboxRefusedException nonexistent() {
    return new MailboxRefusedException(Reason.NONEXISTENT, "There is no such mailbox");
  }
}
