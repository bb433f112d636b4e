package org.mailroom.store;

/**
 * How much mail an account has.
 *
 * @param octets of all its messages, each counted in full
 * @param messages in all its mailboxes
 */
public record AccountUse(long octets, long messages) {

  /** Of an account that never had mail. */
  public static final AccountUse NOTHING = new AccountUse(0, 0);

  /** True when nothing more fits: a limit is reached. A limit of 0 is none. */
  public boolean isFull(long quotaOctets, long quotaMessages) {
    return quotaOctets > 0 && octets >= quotaOctets
        || quotaMessages > 0 && messages >= quotaMessages;
  }

  /** True when a message of this size fits. A limit of 0 is none. */
  public boolean hasRoom(long size, long quotaOctets, long quotaMessages) {
    return hasRoom(size, 1, new MailQuota(quotaOctets, quotaMessages));
  }

  /** True when so many messages of this size in all fit. */
  boolean hasRoom(long size, long count, MailQuota quota) {
    return (quota.octets() == 0 || octets + size <= quota.octets())
        && (quota.messages() == 0 || messages + count <= quota.messages());
  }
}
