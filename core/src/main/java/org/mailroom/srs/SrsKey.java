package org.mailroom.srs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hub's secret, by which it knows what it wrote. The text form doesn't show it. */
public final class SrsKey {

  /** Octets of a new key. */
  public static final int OCTETS = 32;

  private static final String HMAC = "HmacSHA256";
  private static final int DIGITS = 6;

  private final SecretKeySpec key;

  /**
   * Takes a key.
   *
   * @param octets 16 or more
   */
  public SrsKey(byte[] octets) {
    Objects.requireNonNull(octets, "a key has octets");
    if (octets.length < 16) {
      throw new IllegalArgumentException("A key has 16 octets or more");
    }
    this.key = new SecretKeySpec(octets, HMAC);
  }

  /** 30 bits of HMAC-SHA256: other hubs may have changed the case of letters. */
  String hash(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      byte[] octets = mac.doFinal(text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
      return Base32.encode(ByteBuffer.wrap(octets).getLong() >>> 34, DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  @Override
  public String toString() {
    return "SrsKey[********]";
  }
}
