/**
 * Many mails to many destinations, of which some are slow, down or come back: how the hub shares
 * itself between them. Each class is one scenario with a hub of its own; {@code -Dflow.mails=}
 * makes it as large as one likes.
 */
package org.mailroom.it.flow;
