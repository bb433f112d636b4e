/**
 * Listeners for user agents that read mail, as a JCA resource adapter of their own: so they can be
 * left out or restarted without closing the SMTP ports. A message-driven bean of the listener type
 * {@link org.mailroom.listener.ListenerService} opens a port by being deployed, says what protocol
 * is spoken there, and closes it by being undeployed.
 *
 * <p>Guarantees: the port opens only after the bean has given its handler; when a bean's endpoint
 * is deactivated, idle sessions end at once, busy ones within the grace, and then nothing of the
 * adapter runs any more.
 */
package org.mailroom.mailbox.adapter;
