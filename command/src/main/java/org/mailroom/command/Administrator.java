package org.mailroom.command;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.settings.Secret;
import org.mailroom.settings.Settings;

/**
 * The console's first user.
 *
 * @param name the user name
 * @param password the password
 * @param generated true when nobody chose the password, so that it must be told
 */
record Administrator(String name, Secret password, boolean generated) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BCRYPT_COST = 10;
  private static final int SALT = 16;

  /** Without letters and digits that look alike. 20 of them are 100 bits. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

  static Administrator of(Settings settings) {
    return settings
        .adminPassword()
        .map(password -> new Administrator(settings.admin(), password, false))
        .orElseGet(() -> new Administrator(settings.admin(), generate(), true));
  }

  /** What the server's command line has to run to make this user. Holds the password. */
  List<String> operations() {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    String identity = quoted(name);
    return List.of(
        operation("add-identity(identity=" + identity + ")"),
        operation(
            "add-identity-attribute(identity="
                + identity
                + ",name=groups,value=[\"Administrator\"])"),
        operation(
            "set-password(identity="
                + identity
                + ",bcrypt={password="
                + quoted(password.value())
                + ",salt=bytes{"
                + HexFormat.ofDelimiter(",").withPrefix("0x").formatHex(salt)
                + "},iteration-count="
                + BCRYPT_COST
                + "})"));
  }

  private static String operation(String call) {
    return "/subsystem=elytron/filesystem-realm=mailroom:" + call;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** A password that nobody has chosen. */
  static Secret generate() {
    return new Secret(
        RANDOM
            .ints(20, 0, ALPHABET.length())
            .mapToObj(i -> ALPHABET.substring(i, i + 1))
            .collect(Collectors.joining()));
  }
}
