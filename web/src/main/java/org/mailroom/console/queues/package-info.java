/**
 * The Queues page: a row for each destination that mail is queued for or that was used lately, what
 * it answers, and what people can do about it. A destination is a next hop; mail that was never
 * tried is counted with the hop that its routing group leads to, once that is known.
 */
package org.mailroom.console.queues;
