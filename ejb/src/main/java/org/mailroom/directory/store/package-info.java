/**
 * The directory in the database, and in memory. {@link org.mailroom.directory.store.DirectoryStore}
 * reads and writes all of it; {@link org.mailroom.directory.store.HubDirectory} holds what it last
 * read, for mail to ask.
 *
 * <p>Guarantees: a change is written whole or not at all, one after the other, in a cluster too; it
 * is in memory when the call returns, and in other hubs on the same database within seconds. What
 * is written was found sound first. Entities carry the mapping and nothing else; the values that
 * they make are those of {@link org.mailroom.directory}.
 */
package org.mailroom.directory.store;
