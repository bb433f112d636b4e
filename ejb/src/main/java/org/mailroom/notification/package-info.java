/**
 * Delivery status notifications (RFC 3461 to 3464): composes the mail that tells a sender that a
 * recipient failed, is delayed, or was reached. Guarantee: never a DSN about a mail with the null
 * reverse-path, and every DSN has the null reverse-path itself.
 */
package org.mailroom.notification;
