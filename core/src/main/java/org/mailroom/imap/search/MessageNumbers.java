package org.mailroom.imap.search;

import org.mailroom.imap.grammar.SequenceSet;
import org.mailroom.mailbox.NumberSet;

/** What a session knows of the numbers of its messages. */
public interface MessageNumbers {

  /**
   * The UIDs of messages that a client names by their numbers; those that aren't there are left
   * out.
   *
   * @param messageNumbers never {@code $}
   */
  NumberSet uids(SequenceSet messageNumbers);

  /**
   * The UIDs that a client names.
   *
   * @param uids or {@code $}
   */
  NumberSet named(SequenceSet uids);
}
