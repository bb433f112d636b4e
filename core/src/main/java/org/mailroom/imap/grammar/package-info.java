/**
 * The grammar of IMAP (RFC 9051, 9; RFC 3501, 9) from both sides: {@link Arguments} reads what
 * follows the name of a command, {@link ResponseWriter} writes what the server says.
 *
 * <p>A command is read as it is understood: a literal is asked for only when its turn has come, so
 * a command that is refused before it never costs the client its octets.
 */
package org.mailroom.imap.grammar;
