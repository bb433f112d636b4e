/**
 * The database: what the hub knows besides the mail itself. H2 in the data directory, or
 * PostgreSQL; one schema for both, made and brought up to date by Flyway before mail moves.
 *
 * <p>Guarantees: when {@link org.mailroom.database.Database#change} has returned, what it changed
 * outlives a power cut. Refused: a database that can't be reached, and one whose schema a later
 * version of the hub has made; both stop the start, with a sentence that says so.
 */
package org.mailroom.database;
