/**
 * The directory: local domains, accounts, aliases, distribution lists, relay domains, routes and
 * trusted networks. {@link org.mailroom.directory.Directory} gives the snapshot of this moment,
 * from memory; it is on the path of every mail, and never asks the database.
 *
 * <p>Guarantees: a snapshot never changes; a change that was committed counts for the next mail,
 * and for queued mail at its next attempt. Expansion ends: cycles are cut, each address comes once,
 * and there are bounds of depth and number. Refused: everything in a database that is not a valid
 * directory, at start, with all of it named.
 *
 * <p>Expansion: an address means the account, alias or list that has it; else a reverse-path that
 * this hub rewrote; else whoever has it without its {@code +detail}, which names a folder; else the
 * administrators, for {@code postmaster}; else the domain's catch-all. Mail to a list gets the
 * list's owner as reverse-path and loses its DSN parameters. Mail with the null reverse-path keeps
 * it, lists or not, so that nothing answers it.
 */
package org.mailroom.directory;
