/**
 * Searching (RFC 9051, 6.4.4; RFC 3501, 6.4.4; RFC 5032; RFC 7162, 3.1.5): {@link
 * org.mailroom.imap.search.SearchProgram} reads what a client looks for, {@link
 * org.mailroom.imap.search.Search} says of a message whether it is that.
 *
 * <p>Text is looked for without regard to case and to the ways in which Unicode writes the same
 * character; any run of spaces and line ends is one space. It is looked for in what a person reads:
 * behind encoded words, transfer encodings and charsets.
 *
 * <p>Guarantees: keys that cost least are asked first, and the octets of a message only when its
 * answer depends on them, each of them once at most, in constant memory, and in time that is linear
 * in their number, whatever is looked for. Refused: more keys than anyone asks by hand.
 */
package org.mailroom.imap.search;
