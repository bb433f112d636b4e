/**
 * SMTP listeners as a JCA resource adapter. A message-driven bean of the listener type {@link
 * org.mailroom.smtp.server.Reception} opens a port by being deployed, and closes it by being
 * undeployed.
 *
 * <p>Guarantees: the port opens only after the bean has given its policy; when a bean's endpoint is
 * deactivated, idle sessions get 421 at once, sessions in DATA may finish within the grace, and
 * then nothing of the adapter runs any more.
 */
package org.mailroom.smtp.adapter;
