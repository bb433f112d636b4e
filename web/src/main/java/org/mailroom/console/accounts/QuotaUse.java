package org.mailroom.console.accounts;

import org.mailroom.console.Phrases;
import org.mailroom.directory.Account;
import org.mailroom.store.AccountUse;

/**
 * How full a mailbox is.
 *
 * @param text what is used and what may be, in words
 * @param messages the same of messages
 * @param percent of the quota that is nearer to its end; 0 without one
 * @param limited false when there is no quota
 */
public record QuotaUse(String text, String messages, int percent, boolean limited) {

  private static final int NEARLY = 90;
  private static final int FULL = 100;

  /** Of an account. */
  public static QuotaUse of(Account account, AccountUse use, Phrases phrases) {
    long percent =
        Math.max(
            percent(use.octets(), account.quotaOctets()),
            percent(use.messages(), account.quotaMessages()));
    String used = phrases.size(use.octets());
    return new QuotaUse(
        account.quotaOctets() == 0
            ? used
            : phrases.text("quota.of", used, phrases.size(account.quotaOctets())),
        account.quotaMessages() == 0
            ? phrases.text("quota.messages", use.messages())
            : phrases.text("quota.messagesOf", use.messages(), account.quotaMessages()),
        (int) Math.min(FULL, percent),
        account.quotaOctets() + account.quotaMessages() > 0);
  }

  private static long percent(long used, long quota) {
    return quota == 0 ? 0 : Math.round(100.0 * used / quota);
  }

  /** The key of its style. */
  public String level() {
    return percent >= FULL ? "full" : percent >= NEARLY ? "nearly" : "roomy";
  }
}
