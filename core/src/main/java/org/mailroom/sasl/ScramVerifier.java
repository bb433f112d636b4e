package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server keeps of a password for SCRAM-SHA-256 (RFC 5802, 3). The password can't be had from
 * it; but whoever has the server key can play the server, so no text form shows it but {@link
 * #encoded}.
 */
public final class ScramVerifier {

  /** The least that RFC 7677 (4) wants. */
  public static final int LEAST_ITERATIONS = 4096;

  /** It costs about a second. */
  static final int MOST_ITERATIONS = 1_000_000;

  private static final int KEY_OCTETS = 32;
  private static final String SCHEME = "SCRAM-SHA-256";

  /** RFC 5803, 2: scheme, iterations and salt, keys. */
  private static final Pattern FORM =
      Pattern.compile("SCRAM-SHA-256\\$(\\d{1,7}):([^$:]+)\\$([^$:]+):([^$:]+)");

  private final byte[] salt;
  private final int iterations;
  private final byte[] storedKey;
  private final byte[] serverKey;

  private ScramVerifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    if (salt.length == 0) {
      throw new IllegalArgumentException("A verifier has a salt");
    }
    if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
      throw new IllegalArgumentException("A verifier has 4096 to 1000000 iterations");
    }
    if (storedKey.length != KEY_OCTETS || serverKey.length != KEY_OCTETS) {
      throw new IllegalArgumentException("A verifier has keys of 32 octets");
    }
    this.salt = salt.clone();
    this.iterations = iterations;
    this.storedKey = storedKey;
    this.serverKey = serverKey;
  }

  /**
   * The verifier of a password.
   *
   * @param password prepared here (SASLprep)
   * @param salt not empty, and never used for another password
   * @param iterations 4096 to 1000000
   */
  public static ScramVerifier of(String password, byte[] salt, int iterations) {
    Objects.requireNonNull(password, "a verifier is of a password");
    byte[] salted = Scram.hi(PreparedText.of(password).getBytes(UTF_8), salt, iterations);
    return new ScramVerifier(
        salt,
        iterations,
        Scram.hash(Scram.hmac(salted, "Client Key")),
        Scram.hmac(salted, "Server Key"));
  }

  /**
   * Reads {@code SCRAM-SHA-256$4096:salt$StoredKey:ServerKey} (RFC 5803).
   *
   * @throws IllegalArgumentException when the text has another form; the message never repeats it
   */
  public static ScramVerifier parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a verifier of the form of RFC 5803");
    }
    return new ScramVerifier(
        octets(matcher.group(2)),
        Integer.parseInt(matcher.group(1)),
        octets(matcher.group(3)),
        octets(matcher.group(4)));
  }

  /** The text form of RFC 5803: a secret. */
  public String encoded() {
    return SCHEME
        + "$"
        + iterations
        + ":"
        + text(salt)
        + "$"
        + text(storedKey)
        + ":"
        + text(serverKey);
  }

  /** As the server says it to the client. */
  public byte[] salt() {
    return salt.clone();
  }

  /** As the server says it to the client. */
  public int iterations() {
    return iterations;
  }

  /** H(ClientKey): what a client's proof is held against. */
  public byte[] storedKey() {
    return storedKey.clone();
  }

  /** What the server signs with. */
  public byte[] serverKey() {
    return serverKey.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScramVerifier that
        && iterations == that.iterations
        && Arrays.equals(salt, that.salt)
        && MessageDigest.isEqual(storedKey, that.storedKey)
        && MessageDigest.isEqual(serverKey, that.serverKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return SCHEME + "$********";
  }

  private static String text(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private static byte[] octets(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Without its words, which may have a part of the secret.
      throw new IllegalArgumentException("A verifier has its parts in base64");
    }
  }
}
