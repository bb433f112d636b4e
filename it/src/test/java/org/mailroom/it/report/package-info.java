/** Reads delivery status notifications (RFC 3464) as a stranger would: with Jakarta Mail. */
package org.mailroom.it.report;
