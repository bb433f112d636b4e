/**
 * Mailboxes in the database. {@link org.mailroom.store.MailStore} files mail, {@link
 * org.mailroom.store.Mailboxes} and {@link org.mailroom.store.MailboxMessages} are for clients that
 * read and change what there is; {@link org.mailroom.store.MailboxNews} tells of changes.
 *
 * <p>Guarantees: what {@link org.mailroom.store.MailStore#file} has returned for outlives a power
 * cut, and is there once, however often it is filed: {@code filing} decides in the same database
 * transaction. UIDs rise and are never used again; a mailbox that is made anew has another
 * UIDVALIDITY; every change has a higher MODSEQ, and whoever changes an account's mail holds its
 * row, so that they rise in the order of commits. UIDs that went are remembered. Every account has
 * the inbox and a mailbox for each special use. Content is kept once for each reception, in chunks
 * of at most 256 KiB, so that no message is in memory as a whole; each message has a trace of its
 * own in front of it ({@code Return-Path}, {@code Delivered-To}).
 *
 * <p>Refused: a message that its account's quota has no room for, mailboxes above 5,000 of an
 * account, keywords above 50 of a message. Offsets of a structure count from the first octet of the
 * content, behind the trace.
 */
package org.mailroom.store;
