/**
 * The structure of a message (RFC 5322, RFC 2045 to 2047): where its parts begin and end, and the
 * header fields that tell of them. Octets stay where they are; a part is a range of offsets.
 *
 * <p>Guarantees: a message of any size is read once, in constant memory for each part; whatever it
 * contains, reading ends, within the limits of {@link org.mailroom.mime.MimeBudget}. Refused:
 * nothing; what exceeds a limit is one opaque body.
 */
package org.mailroom.mime;
