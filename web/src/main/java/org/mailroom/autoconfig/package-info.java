/**
 * Tells user agents how to reach this hub, so that people need their address and password only.
 *
 * <p>Guarantees: nobody needs to be known for it, and nothing is told but what every user agent
 * must have; ways under TLS from the first octet come first, and listeners that are off are not
 * told.
 */
package org.mailroom.autoconfig;
