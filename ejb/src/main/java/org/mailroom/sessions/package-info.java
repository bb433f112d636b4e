/**
 * Who talks with the hub now, whatever the protocol, and how that is ended: by those who run the
 * hub, and when a user who has logged in may not do so any more.
 */
package org.mailroom.sessions;
