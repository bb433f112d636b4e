package org.mailroom.imap.grammar;

/**
 * A literal that was announced (RFC 9051, 4.3).
 *
 * <pre>
 * literal  = "{" number64 ["+"] "}" CRLF *CHAR8
 * literal8 = "~{" number64 ["+"] "}" CRLF *OCTET
 * </pre>
 *
 * @param size octets
 * @param waits true when the client sends it only once it was asked
 * @param binary true when it may have NUL (RFC 3516)
 */
public record Literal(long size, boolean waits, boolean binary) {}
