/**
 * An index of the texts of messages, so that a search reads few of them: {@link
 * org.mailroom.search.TextSearch} says in which messages a text may be, {@link
 * org.mailroom.search.Filling} keeps the index.
 *
 * <p>Guarantees: whatever the index is, lacks or has too much of, no message is left out that has
 * the text; who searches reads the candidates. It is about contents, which never change, in the
 * folder {@code index} of the data directory, on each node its own; it can be deleted at any time.
 * Nothing of delivery waits for it: one thread fills it, a tenth of its time. Refused: an index
 * that is damaged, in use, or of another form; it is thrown away and made again.
 */
package org.mailroom.search;
