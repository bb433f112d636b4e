/**
 * What happened to each mail: one record when it is accepted, one for each recipient and delivery
 * attempt. The records go to the mail log, {@code data/logs/mail.log}, in the form that {@code
 * docs/tracking-record.md} describes, and to the {@link org.mailroom.tracking.TraceBacklog}, from
 * where {@code tracking.store} writes them into the database, with what operators did.
 *
 * <p>Guarantees: recording never waits and does no I/O but the log's; what the backlog has no room
 * for is counted.
 */
package org.mailroom.tracking;
