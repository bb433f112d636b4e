package org.mailroom.sasl;

import org.mailroom.sasl.ServerStep.PasswordClaim;
import org.mailroom.sasl.ServerStep.ProofClaim;

/**
 * PLAIN (RFC 4616), the server.
 *
 * <pre>
 * message = [authzid] NUL authcid NUL passwd
 * </pre>
 *
 * <p>Who wants to act for somebody else is refused as one who can't prove to be anybody.
 */
final class PlainServer implements ServerExchange {

  @Override
  public ServerStep respond(byte[] response) throws SaslExchangeException {
    String[] parts = ServerText.of(response).split("\0", -1);
    if (parts.length != 3) {
      throw new SaslExchangeException("A response of PLAIN has three parts");
    }
    String user = ServerText.user(parts[1]);
    boolean ownName = parts[0].isEmpty() || parts[0].equals(user);
    return ownName ? new PasswordClaim(user, parts[2]) : new ProofClaim(user, false);
  }
}
