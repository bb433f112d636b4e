/**
 * What both ends of SMTP share (RFC 5321): replies, the command line, paths and parameters,
 * dot-stuffing.
 *
 * <p>Guarantee: nothing written by these types has a bare CR or LF, and no reply repeats raw input.
 */
package org.mailroom.smtp;
