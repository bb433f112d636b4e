package org.mailroom.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailroom.mailbox.MailboxName;
import org.mailroom.mailbox.SpecialUse;

/**
 * The mailboxes of a user, for one session. What a method has changed is on the disk when it
 * returns; when it throws, nothing was. Every method throws {@link MailboxException} with
 * UNAVAILABLE when the store doesn't answer.
 */
public interface UserMailboxes extends AutoCloseable {

  /** A mailbox there is. */
  record Entry(MailboxName name, Optional<SpecialUse> use) {}

  /**
   * What STATUS tells (RFC 9051, 6.3.11).
   *
   * @param size octets of all messages
   */
  record Status(
      long uidValidity,
      long uidNext,
      long highestModseq,
      long messages,
      long unseen,
      long deleted,
      long size) {}

  /**
   * What the account uses, and may use.
   *
   * @param octetLimit 0 for none
   * @param messageLimit 0 for none
   */
  record Quota(long octets, long octetLimit, long messages, long messageLimit) {}

  /**
   * Where messages went.
   *
   * @param uids in the order in which they were given
   */
  record Appended(long uidValidity, List<Long> uids) {}

  /** All there are, by name. INBOX is always among them. */
  List<Entry> list() throws MailboxException;

  /** Names that clients show; a mailbox of the name need not be there (RFC 9051, 6.3.7). */
  Set<MailboxName> subscriptions() throws MailboxException;

  /** A name that clients show from now on, or don't. */
  void subscribe(MailboxName name, boolean shown) throws MailboxException;

  /**
   * Makes a mailbox, and those above it that are not there.
   *
   * @throws MailboxException ALREADYEXISTS, LIMIT; CANNOT when another one has that use
   */
  void create(MailboxName name, Optional<SpecialUse> use) throws MailboxException;

  /**
   * Deletes a mailbox and its messages.
   *
   * @throws MailboxException NONEXISTENT, HASCHILDREN; CANNOT for the inbox
   */
  void delete(MailboxName name) throws MailboxException;

  /**
   * Renames a mailbox and all below it. Of the inbox, its messages go to a new mailbox (RFC 9051,
   * 6.3.6). Makes those above the new name that are not there.
   *
   * @throws MailboxException NONEXISTENT, ALREADYEXISTS, LIMIT; CANNOT when it would be below
   *     itself
   */
  void rename(MailboxName from, MailboxName to) throws MailboxException;

  /**
   * What there is in a mailbox.
   *
   * @throws MailboxException NONEXISTENT
   */
  Status status(MailboxName name) throws MailboxException;

  /**
   * Opens a mailbox; the session closes it.
   *
   * @throws MailboxException NONEXISTENT
   */
  SelectedMailbox select(MailboxName name) throws MailboxException;

  /**
   * Takes the octets of a message that may be appended. Reads them to their end; the session closes
   * what it gets.
   *
   * @throws IOException when they can't be read, or not be kept
   */
  NewMessage.Content take(InputStream octets) throws IOException;

  /**
   * Appends messages, all of them or none.
   *
   * @throws MailboxException NONEXISTENT, OVERQUOTA
   */
  Appended append(MailboxName name, List<NewMessage> messages) throws MailboxException;

  /** What its programs aren't told that the server can. */
  Set<Capability> withheld();

  /** What the account uses, and may use. */
  Quota quota() throws MailboxException;

  /** The session has ended. */
  @Override
  void close();
}
