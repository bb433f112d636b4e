/**
 * Threads (RFC 5256, 3): which messages answer which, by what they refer to or by their subjects
 * alone. A {@link org.mailroom.imap.thread.Threading} sees messages one after the other, then makes
 * {@link org.mailroom.imap.thread.Threads} of them.
 *
 * <p>Guarantees: n log n steps for n messages and references, whatever they refer to; no recursion,
 * so a thread may be as deep as it has messages; of a message only its id, subject and date are
 * kept, and of messages that aren't there, {@value
 * org.mailroom.imap.thread.ReferencesThreading#MOST_DUMMIES} ids at most.
 */
package org.mailroom.imap.thread;
