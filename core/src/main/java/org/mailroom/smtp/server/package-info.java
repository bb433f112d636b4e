/**
 * The SMTP server as an engine: it reads a conversation from streams, keeps the grammar and the
 * limits, and hands complete mail transactions to {@link org.mailroom.smtp.server.Reception}. It
 * knows no socket, no container, no queue.
 *
 * <p>Guarantees: only CRLF ends a line and only CRLF.CRLF ends a mail; {@code 250} to the final dot
 * is sent only after {@code Reception} said {@code Accepted}; when it is unknown whether a mail was
 * taken, the connection closes without a reply; what was not accepted leaves no file behind.
 * Refused content is read to its real end, so that none of it is ever taken for a command. No reply
 * repeats what the client sent.
 *
 * <p>There are two lifetimes: {@code SmtpServerSession} with the connection, {@code
 * MailTransaction} from MAIL to the end of data. Each command is a class with {@code check}, which
 * may refuse and changes nothing, and {@code proceed}; {@code CommandTable} lists them. What waits,
 * waits in {@code Wire}: there replies are written, octets are read, and limits of time are set.
 * Octets of content pass from the read buffer through {@code ContentScanner} into the content in
 * runs, not one by one.
 *
 * <p>Errors have one of three forms: a reply (the command is refused, the session goes on), a reply
 * of 421 (the session ends), an {@code IOException} (the connection is gone; nobody is told).
 */
package org.mailroom.smtp.server;
