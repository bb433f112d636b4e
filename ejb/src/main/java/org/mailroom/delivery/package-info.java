/**
 * Final delivery: files mail in mailboxes of this hub, by the directory of the moment. What an
 * address stands for is looked up at each attempt, so that a change counts for queued mail too.
 * Recipients that stand for several, or for others elsewhere, become parts of their own.
 *
 * <p>Guarantees: a mail that is acknowledged was filed, and is on the disk; filed again after a
 * crash, it is there once. Consumers share database transactions, so that a backlog is filed many
 * mails at a time; when one fails, its mails are filed one by one. While the database is down, mail
 * stays ready. A mailbox that is full defers mail, until its sender is told.
 */
package org.mailroom.delivery;
