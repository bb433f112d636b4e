/**
 * Tokens of the REST API: who has one may do what its role may. Guarantees: a token is shown once,
 * when it is made; the database has only its hash. Each that is made or removed is in the audit.
 */
package org.mailroom.directory.token;
