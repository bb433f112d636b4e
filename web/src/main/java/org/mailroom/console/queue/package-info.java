/**
 * The Queue page: which mails are in the queue, why they wait, and all that can be done to them.
 * Filter, state and page stand in the address; what is filtered and counted is so in the queue's
 * index, before the page is cut.
 *
 * <p>Guarantees: rows that are on the page stay where they are while it refreshes, and what is new
 * waits behind a button. Nothing is done without a selection or a filter that was counted before;
 * every action asks {@link org.mailroom.console.Access} again. Content is for administrators only,
 * by an export, which the audit has.
 */
package org.mailroom.console.queue;
