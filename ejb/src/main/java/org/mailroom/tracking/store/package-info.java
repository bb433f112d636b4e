/**
 * Traces in the database: what happened to each mail, for as long as {@code MAILROOM_TRACKING_DAYS}
 * says. Mail never waits for it: one thread takes events from the {@link
 * org.mailroom.tracking.TraceBacklog} some times a second and writes them, many in a transaction.
 *
 * <p>Guarantees: an event is there within about a second while the database answers, and once. What
 * the backlog has no room for while it doesn't is dropped and counted, and a warning in the status;
 * the mail log has all of it. After a power cut the last seconds may be missing.
 */
package org.mailroom.tracking.store;
