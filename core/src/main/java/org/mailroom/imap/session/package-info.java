/**
 * Conversations with IMAP clients (RFC 3501, RFC 9051), a class for each command.
 *
 * <p>A command is read, proceeds, and comes to a {@link Completion}; before the client is told
 * that, it hears what has happened to the mailbox it has selected. A session sees a mailbox as the
 * client does ({@link Selection}); what has changed it asks the store for, so it tells its own
 * changes and those of others by one way.
 *
 * <p>Guarantees: a message number means the same message until the client was told otherwise; no
 * EXPUNGE comes while a command uses message numbers; what was answered with OK is on the disk.
 */
package org.mailroom.imap.session;
