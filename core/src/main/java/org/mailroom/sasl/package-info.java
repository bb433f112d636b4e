/**
 * SASL (RFC 4422): mechanisms as exchanges of octets, for whatever protocol carries them, on the
 * client's side and on the server's. Guarantees: no text form and no message of an exception shows
 * a password; SCRAM ends well only when the server has proved that it knows the password too.
 * Refuses user names and passwords with control characters, and challenges that make no sense or
 * cost too much.
 *
 * <p>A server's exchange ends in a claim, which {@link org.mailroom.sasl.Logins} judges. {@link
 * org.mailroom.sasl.ScramVerifier} is what a server keeps instead of a password.
 */
package org.mailroom.sasl;
