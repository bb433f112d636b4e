package org.mailroom.archive;

/**
 * How many messages were put into an account.
 *
 * @param added new ones
 * @param known that were there already
 * @param tooLarge left out
 * @param ignored files that are no messages, or of which nothing is said
 * @param mailboxes that they belong to
 */
public record ArchiveTally(long added, long known, long tooLarge, long ignored, int mailboxes) {

  /** For people. */
  public String text() {
    return added
        + " added, "
        + known
        + " there already, in "
        + mailboxes
        + " mailboxes"
        + (tooLarge == 0 ? "" : ", " + tooLarge + " too large")
        + (ignored == 0 ? "" : ", " + ignored + " files ignored");
  }
}
