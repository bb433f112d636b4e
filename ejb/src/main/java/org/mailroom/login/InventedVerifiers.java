package org.mailroom.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.sasl.ScramVerifier;

/** Verifiers for users who don't exist: as real ones look, always the same, and of no password. */
final class InventedVerifiers {

  private static final String HMAC = "HmacSHA256";
  private static final int KEY_OCTETS = 32;
  private static final int SALT_OCTETS = 16;

  private final SecretKeySpec key;

  InventedVerifiers() {
    byte[] secret = new byte[KEY_OCTETS];
    new SecureRandom().nextBytes(secret);
    this.key = new SecretKeySpec(secret, HMAC);
  }

  ScramVerifier of(String user) {
    return ScramVerifier.parse(
        "SCRAM-SHA-256$"
            + PasswordHashing.ITERATIONS
            + ":"
            + base64(Arrays.copyOf(derived("salt", user), SALT_OCTETS))
            + "$"
            + base64(derived("stored", user))
            + ":"
            + base64(derived("server", user)));
  }

  private byte[] derived(String what, String user) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal((what + "\0" + user).getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }
}
