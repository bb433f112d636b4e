/**
 * The mail queue, on JMS and nothing else. {@link org.mailroom.queue.MailQueue} is the only JMS
 * producer of the application.
 *
 * <p>Guarantees: when {@code accept} or {@code publish} has returned, the broker has confirmed the
 * synced journal write of every message; several messages of one publication are there together or
 * not at all; a publication that is repeated after a crash is dropped by its duplicate-detection id
 * (queue id / part / generation). Refused: a message that is not {@link
 * org.mailroom.queue.QueuedMail}'s documented record.
 */
package org.mailroom.queue;
