package org.mailroom.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/** Codes that are read from one screen and typed at another: 40 bits, such as {@code KX7Q-MW3H}. */
final class FirstRunCode {

  /** Without those that look like others. */
  private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int HALF = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private FirstRunCode() {}

  static String generate() {
    return half() + "-" + half();
  }

  /** Whether they mean the same, however typed; takes as long whatever differs. */
  static boolean areSame(String code, String typed) {
    return MessageDigest.isEqual(octets(code), octets(typed));
  }

  private static byte[] octets(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }

  private static String half() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < HALF; i++) {
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
