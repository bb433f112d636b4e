package org.mailroom.sasl;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Octets of a client as text. */
final class ServerText {

  private ServerText() {}

  /** Refuses what is not UTF-8. */
  static String of(byte[] octets) throws SaslExchangeException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw new SaslExchangeException("A response is not UTF-8");
    }
  }

  /** Refuses a user name that is empty or has control characters. */
  static String user(String name) throws SaslExchangeException {
    if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
      throw new SaslExchangeException("A response has no user name");
    }
    return name;
  }
}
