/**
 * The SMTP server as an engine: it reads a conversation from streams, keeps the grammar and the
 * limits, and hands complete mail transactions to {@link org.mailroom.smtp.server.Reception}. It
 * knows no socket, no container, no queue.
 *
 * <p>Guarantees: only CRLF ends a line and only CRLF.CRLF ends a mail; {@code 250} to the final dot
 * is sent only after {@code Reception} said {@code Accepted}; when it is unknown whether a mail was
 * taken, the connection closes without a reply; what was not accepted leaves no file behind.
 */
package org.mailroom.smtp.server;
