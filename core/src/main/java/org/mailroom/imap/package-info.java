/**
 * What IMAP sessions ask of the hub (RFC 3501, RFC 9051): ports, called directly, without the
 * container. {@code imap.grammar} reads commands and writes responses, {@code imap.fetch} tells of
 * messages, {@code imap.search} finds them, {@code imap.sort} and {@code imap.thread} put them in
 * order, {@code imap.session} holds the conversations.
 *
 * <p>A session knows a mailbox as it was at one time, and asks for what has changed since: the
 * store's modification sequences (RFC 7162) say that, whoever changed it, on whatever node. News of
 * a change are only a reason to ask.
 */
package org.mailroom.imap;
