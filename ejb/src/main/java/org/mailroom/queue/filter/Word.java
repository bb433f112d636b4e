package org.mailroom.queue.filter;

/**
 * A term as it is written: {@code name:value}, {@code name>value} or {@code name<value}, perhaps
 * with {@code -} before it.
 *
 * @param at where its value begins
 * @param relation {@code :}, {@code >} or {@code <}
 */
record Word(boolean negated, String name, char relation, String value, int at) {}
