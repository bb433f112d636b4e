package org.mailroom.sasl;

import org.mailroom.sasl.ServerStep.Challenge;
import org.mailroom.sasl.ServerStep.PasswordClaim;

/** LOGIN, the server: a user name comes first, then the password that it asks for. */
final class LoginServer implements ServerExchange {

  /** What some clients look for. */
  static final String ASK_USER = "Username:";

  private static final String ASK_PASSWORD = "Password:";

  private String user;

  @Override
  public ServerStep respond(byte[] response) throws SaslExchangeException {
    String text = ServerText.of(response);
    if (user != null) {
      return new PasswordClaim(user, text);
    }
    user = ServerText.user(text);
    return new Challenge(ASK_PASSWORD);
  }
}
