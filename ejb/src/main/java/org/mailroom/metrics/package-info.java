/**
 * What the hub counts: mail that it takes, refuses, delivers, relays, defers and gives up. {@link
 * org.mailroom.metrics.MailCounters} is told where the mail log is written, and where a session
 * says no; {@code metrics.history} keeps what came of it by the minute.
 *
 * <p>Guarantee: to count takes no lock and no memory, and never fails. Counts begin at zero with
 * the hub, and never go back. They are those of the mail log: after a crash an attempt may count
 * twice.
 */
package org.mailroom.metrics;
