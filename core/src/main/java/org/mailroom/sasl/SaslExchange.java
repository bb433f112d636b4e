package org.mailroom.sasl;

import java.util.Optional;

/** One authentication by one mechanism. For one thread, and to be used once. */
public interface SaslExchange {

  /** What the client says first, empty when the server does. */
  Optional<byte[]> initialResponse();

  /**
   * The response to a challenge, perhaps without octets.
   *
   * @throws SaslExchangeException when the challenge makes no sense, or none was due
   */
  byte[] respond(byte[] challenge) throws SaslExchangeException;

  /**
   * To be called when the server has said yes.
   *
   * @throws SaslExchangeException when it can't mean it: the exchange was not at its end
   */
  void succeeded() throws SaslExchangeException;
}
