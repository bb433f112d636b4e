/**
 * The directory at the hub's start: the first one, made of the settings, and the reading of the one
 * that is there; then again whenever another hub on the same database has changed it.
 *
 * <p>Guarantees: the settings make the first directory, and never touch it afterwards. A database
 * whose rows are no directory, which this hub never writes, refuses the start with all of it named.
 */
package org.mailroom.directory.setup;
