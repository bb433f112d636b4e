package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** LOGIN: the server asks for the user name, then for the password, whatever its words are. */
final class LoginExchange implements SaslExchange {

  private final Deque<String> answers;

  LoginExchange(Credentials credentials) {
    answers = new ArrayDeque<>(List.of(credentials.user(), credentials.password()));
  }

  @Override
  public Optional<byte[]> initialResponse() {
    return Optional.empty();
  }

  @Override
  public byte[] respond(byte[] challenge) throws SaslExchangeException {
    if (answers.isEmpty()) {
      throw new SaslExchangeException("LOGIN asks twice, and the server asked for more");
    }
    return answers.pop().getBytes(UTF_8);
  }

  @Override
  public void succeeded() {
    // There is nothing that the server proves.
  }
}
