package org.mailroom.store;

/**
 * What an account may use.
 *
 * @param octets of all its messages; 0 for no limit
 * @param messages in all its mailboxes; 0 for no limit
 */
public record MailQuota(long octets, long messages) {

  /** No limit. */
  public static final MailQuota NONE = new MailQuota(0, 0);

  /** Refuses a limit below 0. */
  public MailQuota {
    if (octets < 0 || messages < 0) {
      throw new IllegalArgumentException("A quota is 0 or more");
    }
  }
}
