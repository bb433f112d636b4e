/**
 * People's access to their mailboxes: the endpoints of their listeners, and what POP3 and IMAP
 * sessions see of the store.
 *
 * <p>Guarantees: listeners open only when the hub is ready; what a session deletes is gone for all
 * others when it is told so, or nothing is; a database that doesn't answer is said, and ends
 * nothing.
 */
package org.mailroom.access;
