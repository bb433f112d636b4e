package org.mailroom.smtp.server;

import org.mailroom.mail.Envelope;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;

/**
 * A complete mail transaction.
 *
 * @param id given when the content began, and named in its {@code Received} field
 * @param envelope what MAIL and RCPT said, accepted recipients only
 * @param content the {@code Received} field of this hub, then the octets of the client
 * @param subject the body of its Subject field: unfolded, not decoded, of at most 1,024 octets;
 *     empty without one
 * @param peer the client's address, and who it has logged in as
 * @param helo what the client called itself
 * @param protocol the keyword of the {@code Received} field's {@code with} clause (RFC 3848, 6531)
 */
public record ReceivedMail(
    QueueId id,
    Envelope envelope,
    MessageContent content,
    String subject,
    Peer peer,
    String helo,
    String protocol) {}
