/**
 * The forms in which mailboxes are kept outside a hub: mbox files, Maildir trees, and the paths of
 * an archive of the hub's own. They are read as streams, and nothing that they say is believed:
 * what makes no sense has no flags, no date, or a harmless name.
 */
package org.mailroom.mailbox.archive;
