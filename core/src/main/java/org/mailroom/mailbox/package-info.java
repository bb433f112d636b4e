/**
 * The words of mailboxes (RFC 9051, 2.3) that the store and the protocols share: names, flags, sets
 * of numbers. Values that refuse nonsense when they are made.
 */
package org.mailroom.mailbox;
