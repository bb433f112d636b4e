package org.mailroom.imap;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.mailroom.mailbox.FlagChange;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.MessageFlags;
import org.mailroom.mailbox.NumberSet;
import org.mailroom.text.RequiredText;

/**
 * A mailbox that a session has selected. What a method has changed is on the disk when it returns;
 * when it throws, nothing was. Every method that asks the store throws {@link MailboxException}
 * with UNAVAILABLE when that doesn't answer, and with NONEXISTENT when the mailbox was deleted.
 */
public interface SelectedMailbox extends AutoCloseable {

  /**
   * A mailbox at one time.
   *
   * @param uids of all messages
   * @param firstUnseen the lowest UID without {@code \Seen}
   * @param keywords of all messages
   */
  record Snapshot(
      long uidValidity,
      long uidNext,
      long highestModseq,
      NumberSet uids,
      OptionalLong firstUnseen,
      Set<String> keywords) {}

  /** Flags of a message at one time. */
  record State(long uid, long modseq, MessageFlags flags) {}

  /**
   * What has happened since a modification sequence.
   *
   * @param highestModseq up to which this tells
   * @param changed messages that are there and whose flags are new, or which are new themselves, by
   *     UID
   * @param expunged those that went
   */
  record Changes(long highestModseq, long uidNext, List<State> changed, NumberSet expunged) {}

  /**
   * What a change of flags came to.
   *
   * @param states of all messages that were asked for and not refused, by UID
   * @param modified those that were refused, because they had changed since
   */
  record Stored(List<State> states, NumberSet modified) {}

  /**
   * Where messages went: the n-th of {@code from} to the n-th of {@code to}.
   *
   * @param uidValidity of the target
   */
  record Copied(long uidValidity, List<Long> from, List<Long> to) {}

  /** Sees messages. */
  @FunctionalInterface
  interface Visitor<E extends Exception> {
    /**
     * One of them.
     *
     * @return false when no more are wanted
     */
    boolean visit(MessageData message) throws E;
  }

  /** Its name when it was selected. */
  MailboxName name();

  /** As it is now. */
  Snapshot snapshot() throws MailboxException;

  /** True when something may have happened since; from memory, and at no cost. */
  boolean hasChangedSince(long modseq);

  /** What has happened since. */
  Changes changesSince(long modseq) throws MailboxException;

  /**
   * Tells when something happens, on whatever thread, and at once; in place of who was told before.
   * The listener must not wait.
   */
  void onChange(Runnable listener);

  /**
   * Shows messages by UID, the lowest first; those that aren't there are left out. Reads them some
   * hundreds at a time, and holds nothing in the database while a visitor works.
   *
   * @param wanted what the visitor will ask for
   */
  <E extends Exception> void visit(NumberSet uids, Wanted wanted, Visitor<E> visitor)
      throws MailboxException, E;

  /**
   * Those of some messages in which a text may be; all of them when it isn't known.
   *
   * @param uids of messages, also such as aren't there
   */
  NumberSet mayContain(NumberSet uids, RequiredText text) throws MailboxException;

  /**
   * Changes flags.
   *
   * @param unchangedSince messages that have changed after it are left alone (RFC 7162, 3.1.3)
   * @throws MailboxException LIMIT when a message would have too many keywords
   */
  Stored store(NumberSet uids, FlagChange change, OptionalLong unchangedSince)
      throws MailboxException;

  /**
   * Expunges messages that have {@code \Deleted}.
   *
   * @param among these only
   * @return those that went
   */
  NumberSet expunge(NumberSet among) throws MailboxException;

  /**
   * Copies messages, all that are there or none.
   *
   * @throws MailboxException NONEXISTENT when there is no such target, OVERQUOTA
   */
  Copied copy(NumberSet uids, MailboxName target) throws MailboxException;

  /**
   * Moves messages, all that are there or none; needs no room (RFC 6851).
   *
   * @throws MailboxException NONEXISTENT when there is no such target
   */
  Copied move(NumberSet uids, MailboxName target) throws MailboxException;

  /** The session needs it no more. */
  @Override
  void close();
}
