/**
 * Hubs as an operator runs them, by {@code bin/mailroom}: each in a data directory and on ports of
 * its own, with real clients and peers from Debian beside them.
 */
package org.mailroom.it.command;
