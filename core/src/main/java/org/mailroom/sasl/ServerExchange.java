package org.mailroom.sasl;

/**
 * The server's side of one authentication. For one thread, and to be used once. It decides nothing:
 * whether a name and a password belong together is for whoever asks.
 */
public interface ServerExchange {

  /**
   * What follows from what the client said: its initial response, or what it answered to {@link
   * Mechanism#invitation} or to a challenge.
   *
   * @throws SaslExchangeException when the response makes no sense
   */
  ServerStep respond(byte[] response) throws SaslExchangeException;
}
