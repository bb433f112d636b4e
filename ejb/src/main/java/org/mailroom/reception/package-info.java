/**
 * Takes mail from the SMTP server into the queue: who may send where, the split into parts, and the
 * wait for the broker's confirmation.
 */
package org.mailroom.reception;
