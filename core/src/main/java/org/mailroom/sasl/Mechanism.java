package org.mailroom.sasl;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mechanisms that this hub knows, the best one first. */
public enum Mechanism {
  /** RFC 7677: the server doesn't see the password, and proves that it knows it. */
  SCRAM_SHA_256,
  /** RFC 4616. */
  PLAIN,
  /** Never standardised, and all that some servers have. */
  LOGIN;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_OCTETS = 18;

  private final String key = name().replace('_', '-');

  /** The name in the registry of SASL mechanisms. */
  public String key() {
    return key;
  }

  /** The best of those offered, in any case of letters; empty when none is known here. */
  public static Optional<Mechanism> best(Set<String> offered) {
    Set<String> keys =
        offered.stream().map(o -> o.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
    return Stream.of(values()).filter(mechanism -> keys.contains(mechanism.key)).findFirst();
  }

  /** An exchange that proves to be {@code credentials}. */
  public SaslExchange begin(Credentials credentials) {
    return switch (this) {
      case SCRAM_SHA_256 -> new ScramSha256(credentials, nonce());
      case PLAIN -> new PlainExchange(credentials);
      case LOGIN -> new LoginExchange(credentials);
    };
  }

  /** The mechanism of that name, in any case of letters. */
  public static Optional<Mechanism> named(String key) {
    return Stream.of(values()).filter(mechanism -> mechanism.key.equalsIgnoreCase(key)).findFirst();
  }

  /** What a server says to a client that has only named the mechanism. */
  public String invitation() {
    return this == LOGIN ? LoginServer.ASK_USER : "";
  }

  /**
   * An exchange that finds out who a client claims to be.
   *
   * @param verifiers gives one for each user name, known or not
   */
  public ServerExchange serve(Function<String, ScramVerifier> verifiers) {
    return switch (this) {
      case SCRAM_SHA_256 -> new ScramServer(verifiers, nonce());
      case PLAIN -> new PlainServer();
      case LOGIN -> new LoginServer();
    };
  }

  private static String nonce() {
    byte[] octets = new byte[NONCE_OCTETS];
    RANDOM.nextBytes(octets);
    return Base64.getEncoder().encodeToString(octets);
  }
}
