/**
 * Passwords of people, as the directory keeps them: a bcrypt hash for protocols that show the
 * password, a verifier for SCRAM. Guarantees: no text form shows either; to be wrong takes as long
 * as to be right, and so does to be nobody.
 */
package org.mailroom.directory.password;
