/**
 * The directory: local domains, accounts, aliases, distribution lists, relay domains, routes and
 * trusted networks. {@link org.mailroom.directory.Directory} gives the snapshot of this moment,
 * from memory; it is on the path of every mail, and never asks the database.
 *
 * <p>Guarantees: a snapshot never changes; a change that was committed counts for the next mail,
 * and for queued mail at its next attempt. Expansion ends: cycles are cut, each address comes once,
 * and there are bounds of depth and number. Refused: everything in a database that is not a valid
 * directory, at start, with all of it named.
 */
package org.mailroom.directory;
