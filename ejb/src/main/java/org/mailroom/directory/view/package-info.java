/**
 * The directory as people look through it: who has a text in the address or the name, whose mailbox
 * is nearly full. It is asked of the copy in memory that mail asks, all of it before a page is cut
 * out, so that counts and pages are right with a hundred thousand accounts, and the database is
 * left in peace.
 */
package org.mailroom.directory.view;
