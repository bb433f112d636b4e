/**
 * The words of mail: addresses, paths, envelopes, content, identifiers.
 *
 * <p>Every type here is a value that refuses nonsense when it is built, so nothing behind the
 * parser has to look again. No value can carry CR, LF, NUL or another control character into a
 * command, a header field or a log line. Content is octets: nothing here, and nothing that uses it,
 * changes them.
 */
package org.mailroom.mail;
