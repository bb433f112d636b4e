package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.mailroom.sasl.ServerStep.Challenge;
import org.mailroom.sasl.ServerStep.ProofClaim;

/**
 * SCRAM-SHA-256 (RFC 5802, RFC 7677), the server, without channel binding.
 *
 * <pre>
 * client-first = ( "n" / "y" ) "," [ "a=" authzid ] ",n=" user ",r=" nonce [ "," extensions ]
 * server-first = "r=" nonce server-nonce ",s=" salt ",i=" iterations
 * client-final = "c=" base64( header ) ",r=" nonce server-nonce [ "," extensions ] ",p=" proof
 * server-final = "v=" signature
 * </pre>
 *
 * <p>A proof that is wrong ends the exchange without a word about what was wrong.
 */
final class ScramServer implements ServerExchange {

  private enum State {
    CLIENT_FIRST,
    CLIENT_FINAL,
    PROVED
  }

  private final Function<String, ScramVerifier> verifiers;
  private final String serverNonce;
  private State state = State.CLIENT_FIRST;
  private ScramVerifier verifier;
  private String user;
  private boolean ownName;
  private String header;
  private String nonce;
  private String firstMessages;

  /**
   * @param verifiers of all user names, known or not
   * @param serverNonce printable, without a comma, and nobody can guess it
   */
  ScramServer(Function<String, ScramVerifier> verifiers, String serverNonce) {
    this.verifiers = verifiers;
    this.serverNonce = serverNonce;
  }

  @Override
  public ServerStep respond(byte[] response) throws SaslExchangeException {
    String message = ServerText.of(response);
    return switch (state) {
      case CLIENT_FIRST -> begin(message);
      case CLIENT_FINAL -> check(message);
      case PROVED -> end(message);
    };
  }

  private ServerStep begin(String clientFirst) throws SaslExchangeException {
    String[] parts = clientFirst.split(",", -1);
    boolean withoutBinding = parts[0].equals("n") || parts[0].equals("y");
    if (parts.length < 4 || !withoutBinding) {
      throw nonsense("has no header without channel binding");
    }
    header = parts[0] + "," + parts[1] + ",";
    user = ServerText.user(name(attribute("n=", parts[2])));
    ownName = parts[1].isEmpty() || name(attribute("a=", parts[1])).equals(user);
    nonce = attribute("r=", parts[3]) + serverNonce;
    verifier = verifiers.apply(user);
    String serverFirst =
        "r="
            + nonce
            + ",s="
            + Base64.getEncoder().encodeToString(verifier.salt())
            + ",i="
            + verifier.iterations();
    firstMessages = clientFirst.substring(header.length()) + "," + serverFirst;
    state = State.CLIENT_FINAL;
    return new Challenge(serverFirst);
  }

  private ServerStep check(String clientFinal) throws SaslExchangeException {
    int last = clientFinal.lastIndexOf(",p=");
    String[] parts = clientFinal.split(",", -1);
    if (last < 0 || parts.length < 3) {
      throw nonsense("has no proof");
    }
    byte[] binding = base64(attribute("c=", parts[0]));
    if (!Arrays.equals(binding, header.getBytes(UTF_8))
        || !attribute("r=", parts[1]).equals(nonce)) {
      throw nonsense("answers another server");
    }
    byte[] proof = base64(clientFinal.substring(last + 3));
    String signed = firstMessages + "," + clientFinal.substring(0, last);
    if (!ownName || !isRight(proof, signed)) {
      return new ProofClaim(user, false);
    }
    byte[] signature = Scram.hmac(verifier.serverKey(), signed);
    state = State.PROVED;
    return new Challenge("v=" + Base64.getEncoder().encodeToString(signature));
  }

  private boolean isRight(byte[] proof, String signed) {
    byte[] signature = Scram.hmac(verifier.storedKey(), signed);
    return proof.length == signature.length
        && MessageDigest.isEqual(Scram.hash(Scram.xor(signature, proof)), verifier.storedKey());
  }

  private ServerStep end(String response) throws SaslExchangeException {
    if (!response.isEmpty()) {
      throw nonsense("goes on after its end");
    }
    return new ProofClaim(user, true);
  }

  private static String attribute(String name, String text) throws SaslExchangeException {
    if (!text.startsWith(name) || text.length() == name.length()) {
      throw nonsense("lacks the attribute " + name.charAt(0));
    }
    return text.substring(name.length());
  }

  private static String name(String encoded) throws SaslExchangeException {
    String rest = encoded.replace("=2C", "").replace("=3D", "");
    if (rest.indexOf('=') >= 0) {
      throw nonsense("has a user name that is not encoded");
    }
    return encoded.replace("=2C", ",").replace("=3D", "=");
  }

  private static byte[] base64(String text) throws SaslExchangeException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw nonsense("is not base64");
    }
  }

  private static SaslExchangeException nonsense(String predicate) {
    return new SaslExchangeException("A response of SCRAM-SHA-256 " + predicate);
  }
}
