/**
 * The POP3 server (RFC 1939, with RFC 2449, 2595, 3206, 5034 and 6856). {@link
 * org.mailroom.pop3.Pop3ConnectionHandler} serves the connections of a listener; {@link
 * org.mailroom.pop3.Maildrops} is what it asks of the hub.
 *
 * <p>Guarantees: a password is read under TLS only, or from this host; nothing is deleted before
 * QUIT, and then all of it or nothing; one session at a time has a maildrop. Refuses what is no
 * command with {@code -ERR}, and ends a session after too many of these.
 */
package org.mailroom.pop3;
