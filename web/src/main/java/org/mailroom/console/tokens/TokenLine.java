package org.mailroom.console.tokens;

import org.mailroom.console.Phrases;
import org.mailroom.directory.token.ApiToken;

/**
 * A token as a line of the table, in words.
 *
 * @param name its name
 * @param role the key of its role
 * @param actor who made it
 * @param age how long ago that was
 * @param exact when that was
 */
public record TokenLine(String name, String role, String actor, String age, String exact) {

  static TokenLine of(ApiToken token, Phrases phrases) {
    return new TokenLine(
        token.name(),
        token.role().key(),
        token.actor(),
        phrases.age(token.made()),
        phrases.exact(token.made()));
  }
}
