package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/**
 * PLAIN (RFC 4616).
 *
 * <pre>
 * message = [authzid] NUL authcid NUL passwd
 * </pre>
 */
final class PlainExchange implements SaslExchange {

  private final Credentials credentials;

  PlainExchange(Credentials credentials) {
    this.credentials = credentials;
  }

  @Override
  public Optional<byte[]> initialResponse() {
    String message = "\0" + credentials.user() + "\0" + credentials.password();
    return Optional.of(message.getBytes(UTF_8));
  }

  @Override
  public byte[] respond(byte[] challenge) throws SaslExchangeException {
    throw new SaslExchangeException("PLAIN has one message, and the server asked for another");
  }

  @Override
  public void succeeded() {
    // There is nothing that the server proves.
  }
}
