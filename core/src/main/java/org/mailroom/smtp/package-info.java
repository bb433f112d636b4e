/**
 * What both ends of SMTP share (RFC 5321): replies, the command line, paths and parameters.
 *
 * <p>Guarantee: nothing written by these types has a bare CR or LF, and no reply repeats raw input.
 * What the grammar doesn't have is refused, with a reply that says why; white space behind {@code
 * FROM:} and at a line's end is tolerated, since real clients send it. Source routes are read and
 * dropped: the mailbox alone decides who may send there.
 */
package org.mailroom.smtp;
