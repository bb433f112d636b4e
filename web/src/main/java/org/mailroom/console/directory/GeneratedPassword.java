package org.mailroom.console.directory;

import java.security.SecureRandom;

/** Passwords that are easy to type and impossible to guess: 80 bits, in four groups. */
public final class GeneratedPassword {

  /** Without those that look like others. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 4;
  private static final int LENGTH = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private GeneratedPassword() {}

  /** A new one, such as {@code kx7q-mw3h-9tvn-4jbz}. */
  public static String next() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS * LENGTH; i++) {
      if (i > 0 && i % LENGTH == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }
}
