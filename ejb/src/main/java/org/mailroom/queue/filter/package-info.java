/**
 * The language that operators choose queued mail with, such as {@code domain:*.test age>1h}. It is
 * evaluated on the index, which has every part; {@code docs/filters.md} has its grammar.
 *
 * <p>Guarantees: a filter that was read matches in time proportional to the queue, whatever it
 * says. Refused: everything that is not in the grammar, with the place and what is allowed there;
 * nothing is guessed, as an operation may follow.
 */
package org.mailroom.queue.filter;
