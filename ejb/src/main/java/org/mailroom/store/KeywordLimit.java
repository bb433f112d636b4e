package org.mailroom.store;

import org.mailroom.mailbox.MessageFlags;
import org.mailroom.store.MailboxRefusedException.Reason;

/** How many keywords a message may have: what its column holds. */
final class KeywordLimit {

  private static final int MOST = 50;
  private static final int LONGEST = 4000;

  private KeywordLimit() {}

  /** Refuses more. */
  static void check(MessageFlags flags) {
    if (flags.keywords().size() > MOST || flags.keywordText().length() > LONGEST) {
      throw new MailboxRefusedException(Reason.LIMIT, "A message can't have so many keywords");
    }
  }
}
