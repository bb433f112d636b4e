package org.mailroom.login;

import java.util.Optional;
import java.util.Set;
import org.mailroom.sasl.ServerStep.PasswordClaim;

/** The users that the server knows itself, whatever realm it asks about them. */
@FunctionalInterface
public interface ServerUsers {

  /** The roles of the user whose password this is; empty when it is not, or nobody can tell. */
  Optional<Set<String>> roles(PasswordClaim claim);
}
