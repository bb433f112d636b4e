/**
 * The SMTP client as an engine: it opens a conversation over streams, sends any number of mails,
 * and reports per recipient which command was answered how. It decides nothing: what a report means
 * for the mail is the relay's failure policy.
 *
 * <p>Guarantees: content goes out byte-exact but for dot-stuffing, and never with a bare CR or LF;
 * nothing of one mail's envelope reaches another's; replies that make no sense are reported as no
 * answer.
 */
package org.mailroom.smtp.client;
