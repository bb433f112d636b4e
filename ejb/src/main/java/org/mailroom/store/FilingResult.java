package org.mailroom.store;

/** What became of a mail to file. */
public enum FilingResult {
  /** It is in the mailbox, and on the disk. */
  FILED,
  /** It was filed before, by a delivery that was not acknowledged. */
  FILED_BEFORE,
  /** The quota of the account has no room for it; it was not filed. */
  OVER_QUOTA
}
