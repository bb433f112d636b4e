/**
 * Changes of the directory, by people and programs. {@link
 * org.mailroom.directory.change.DirectoryChanges} is the one way to change it, for commands, REST
 * and the console alike.
 *
 * <p>Guarantees: a change, an import of any length too, is done whole or not at all; what is done
 * is in the audit with who did it and why, and counts for the next mail. Refused, each with a
 * sentence that says where: what is malformed, what is there twice, addresses that lead nowhere or
 * to themselves, control characters. No sentence repeats a password.
 */
package org.mailroom.directory.change;
