package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677), without channel binding.
 *
 * <pre>
 * client-first = "n,,n=" user ",r=" nonce
 * server-first = "r=" nonce server-nonce ",s=" salt ",i=" iterations
 * client-final = "c=biws,r=" nonce server-nonce ",p=" proof
 * server-final = "v=" signature / "e=" error
 * </pre>
 */
final class ScramSha256 implements SaslExchange {

  private enum State {
    SERVER_FIRST,
    SERVER_FINAL,
    PROVED
  }

  private static final String NO_BINDING = "n,,";

  private static final int LEAST_ITERATIONS = ScramVerifier.LEAST_ITERATIONS;

  private static final int MOST_ITERATIONS = ScramVerifier.MOST_ITERATIONS;

  private final String clientFirst;
  private final String nonce;
  private final String password;
  private State state = State.SERVER_FIRST;
  private byte[] serverSignature;

  /** {@code nonce} is printable, without a comma, and nobody can guess it. */
  ScramSha256(Credentials credentials, String nonce) {
    String user = PreparedText.of(credentials.user()).replace("=", "=3D").replace(",", "=2C");
    this.clientFirst = "n=" + user + ",r=" + nonce;
    this.nonce = nonce;
    this.password = PreparedText.of(credentials.password());
  }

  @Override
  public Optional<byte[]> initialResponse() {
    return Optional.of((NO_BINDING + clientFirst).getBytes(UTF_8));
  }

  @Override
  public byte[] respond(byte[] challenge) throws SaslExchangeException {
    String message = new String(challenge, UTF_8);
    return switch (state) {
      case SERVER_FIRST -> prove(message);
      case SERVER_FINAL -> believe(message);
      case PROVED -> throw nonsense("goes on after its end");
    };
  }

  @Override
  public void succeeded() throws SaslExchangeException {
    if (state != State.PROVED) {
      throw new SaslExchangeException(
          "The server said yes without a proof that it knows the password");
    }
  }

  private byte[] prove(String serverFirst) throws SaslExchangeException {
    String[] attributes = serverFirst.split(",", -1);
    if (attributes.length < 3) {
      throw nonsense("lacks an attribute");
    }
    String wholeNonce = attribute('r', attributes[0]);
    if (!wholeNonce.startsWith(nonce) || wholeNonce.length() == nonce.length()) {
      throw nonsense("answers another client");
    }
    byte[] salt = base64(attribute('s', attributes[1]));
    int iterations = iterations(attribute('i', attributes[2]));
    byte[] salted = Scram.hi(password.getBytes(UTF_8), salt, iterations);
    byte[] clientKey = Scram.hmac(salted, "Client Key");
    String withoutProof =
        "c=" + Base64.getEncoder().encodeToString(NO_BINDING.getBytes(UTF_8)) + ",r=" + wholeNonce;
    String signed = clientFirst + "," + serverFirst + "," + withoutProof;
    byte[] proof = Scram.xor(clientKey, Scram.hmac(Scram.hash(clientKey), signed));
    serverSignature = Scram.hmac(Scram.hmac(salted, "Server Key"), signed);
    state = State.SERVER_FINAL;
    return (withoutProof + ",p=" + Base64.getEncoder().encodeToString(proof)).getBytes(UTF_8);
  }

  private byte[] believe(String serverFinal) throws SaslExchangeException {
    String first = serverFinal.split(",", -1)[0];
    if (first.startsWith("e=")) {
      throw new SaslExchangeException("The server refuses the proof of the password");
    }
    if (!MessageDigest.isEqual(serverSignature, base64(attribute('v', first)))) {
      throw new SaslExchangeException("The server doesn't know the password: an impostor?");
    }
    state = State.PROVED;
    return new byte[0];
  }

  private static int iterations(String text) throws SaslExchangeException {
    if (!text.matches("\\d{1,7}")) {
      throw nonsense("has no count of iterations");
    }
    int count = Integer.parseInt(text);
    if (count < LEAST_ITERATIONS || count > MOST_ITERATIONS) {
      throw nonsense("wants " + count + " iterations: expected 4096 to 1000000");
    }
    return count;
  }

  private static String attribute(char name, String text) throws SaslExchangeException {
    if (text.length() < 3 || text.charAt(0) != name || text.charAt(1) != '=') {
      throw nonsense("lacks the attribute " + name);
    }
    return text.substring(2);
  }

  private static byte[] base64(String text) throws SaslExchangeException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw nonsense("is not base64");
    }
  }

  private static SaslExchangeException nonsense(String predicate) {
    return new SaslExchangeException("A challenge of SCRAM-SHA-256 " + predicate);
  }
}
