/**
 * Sorting (RFC 5256, RFC 5957): {@link org.mailroom.imap.sort.SortProgram} reads what a client
 * wants messages to be sorted by, {@link org.mailroom.imap.sort.Sorting} sorts them.
 *
 * <p>Texts are compared without regard to case, as i;unicode-casemap has it (RFC 5051), behind
 * encoded words. Messages that are the same in all are in the order of their numbers.
 *
 * <p>Guarantees: of a message only what it is sorted by is kept, a KiB or so of each text; sorting
 * takes n log n comparisons, and reading a subject time that is linear in its length.
 */
package org.mailroom.imap.sort;
