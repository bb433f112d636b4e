/**
 * Mailboxes in the database. {@link org.mailroom.store.MailStore} alone changes them.
 *
 * <p>Guarantees: what {@link org.mailroom.store.MailStore#file} has returned for outlives a power
 * cut, and is there once, however often it is filed: {@code filing} decides in the same database
 * transaction. UIDs rise and are never used again; a mailbox that is made anew has another
 * UIDVALIDITY; every change has a higher MODSEQ. Content is kept once for each reception, in chunks
 * of at most 256 KiB, so that no message is in memory as a whole; each message has a trace of its
 * own in front of it ({@code Return-Path}, {@code Delivered-To}).
 *
 * <p>Refused: a message that its account's quota has no room for. Offsets of a structure count from
 * the first octet of the content, behind the trace.
 */
package org.mailroom.store;
