/**
 * What sessions of line-based protocols have in common, whatever the protocol: octets of a client
 * that are scanned in place, its command lines, answers that are collected, the waiting for more,
 * and compression.
 *
 * <p>Guarantees: a session may be interrupted by a stop only while it waits for a command; and what
 * a client sent before TLS began is forgotten.
 */
package org.mailroom.session;
