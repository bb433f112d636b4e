/**
 * The mail of an account as a file: {@link org.mailroom.archive.MailboxArchives} writes all of it
 * as an archive (docs/archive.md), and puts archives, mbox files and Maildir trees into mailboxes.
 *
 * <p>Guarantees: all is read and written as a stream; of messages there is one batch in memory or
 * in the spool. What was added stays, whatever happens to the rest, and the tally says how much it
 * was; a message that its mailbox has already, by internal date and octets, isn't added again: so
 * what broke off can be done once more. Each call is in the audit.
 *
 * <p>Refused: what isn't what it is said to be, entries above 1 GiB, and all that the store
 * refuses. A message above the hub's message size is left out and counted. No name of a file is
 * ever used on this machine.
 */
package org.mailroom.archive;
