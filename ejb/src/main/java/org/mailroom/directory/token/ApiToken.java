package org.mailroom.directory.token;

import java.time.Instant;
import org.mailroom.directory.Role;

/**
 * A token, without what proves it.
 *
 * @param name unique; the actor in the audit
 * @param role what it may do
 * @param actor who made it
 * @param made when
 */
public record ApiToken(String name, Role role, String actor, Instant made) {}
