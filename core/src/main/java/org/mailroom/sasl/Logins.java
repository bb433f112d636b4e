package org.mailroom.sasl;

import java.net.InetAddress;

/**
 * Who may log in: what servers ask about a claim. Takes the time of a slow hash, and the same time
 * whether there is such a user or not. Safe for any number of threads.
 */
public interface Logins {

  /** The answer to a name and a password. */
  LoginAnswer check(InetAddress client, ServerStep.PasswordClaim claim);

  /** The answer to a proof, which {@link #verifier} was the measure of. */
  LoginAnswer check(InetAddress client, ServerStep.ProofClaim claim);

  /** The answer to whatever a dialogue came to. */
  default LoginAnswer check(InetAddress client, ServerStep claim) {
    return switch (claim) {
      case ServerStep.PasswordClaim password -> check(client, password);
      case ServerStep.ProofClaim proof -> check(client, proof);
      case ServerStep.Challenge none -> throw new IllegalArgumentException("A challenge is no end");
    };
  }

  /**
   * What proofs of a user are held against. One who doesn't exist has one as well, always the same,
   * which nothing proves.
   */
  ScramVerifier verifier(String user);
}
