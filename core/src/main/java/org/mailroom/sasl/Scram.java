package org.mailroom.sasl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The functions of RFC 5802, 2.2, with SHA-256. */
final class Scram {

  private static final String HMAC = "HmacSHA256";
  private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

  private Scram() {}

  static byte[] hash(byte[] octets) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  static byte[] hmac(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(UTF_8));
  }

  /** PBKDF2 with one block of output. */
  static byte[] hi(byte[] password, byte[] salt, int iterations) {
    Mac mac = mac(password);
    mac.update(salt);
    byte[] round = mac.doFinal(FIRST_BLOCK);
    byte[] result = round.clone();
    for (int i = 1; i < iterations; i++) {
      round = mac.doFinal(round);
      for (int j = 0; j < result.length; j++) {
        result[j] ^= round[j];
      }
    }
    return result;
  }

  static byte[] xor(byte[] one, byte[] other) {
    byte[] result = one.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= other[i];
    }
    return result;
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }
}
