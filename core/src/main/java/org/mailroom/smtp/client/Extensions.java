package org.mailroom.smtp.client;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailroom.smtp.SmtpReply;

/**
 * What the server offers in its reply to EHLO (RFC 5321, 4.1.1.1).
 *
 * @param pipelining RFC 2920
 * @param startTls RFC 3207
 * @param eightBitMime RFC 6152
 * @param smtpUtf8 RFC 6531; counts only together with 8BITMIME, without which it makes no sense
 * @param dsn RFC 3461
 * @param size true when MAIL takes the SIZE parameter (RFC 1870)
 * @param maxSize octets, or {@link Long#MAX_VALUE} when the server doesn't say
 * @param authMechanisms of AUTH, in upper case (RFC 4954)
 */
record Extensions(
    boolean pipelining,
    boolean startTls,
    boolean eightBitMime,
    boolean smtpUtf8,
    boolean dsn,
    boolean size,
    long maxSize,
    Set<String> authMechanisms) {

  /** After HELO. */
  static final Extensions NONE =
      new Extensions(false, false, false, false, false, false, Long.MAX_VALUE, Set.of());

  static Extensions of(SmtpReply ehlo) {
    Map<String, String> offered = new HashMap<>();
    List<String> lines = ehlo.lines();
    for (String line : lines.subList(1, lines.size())) {
      String[] keyword = line.trim().split("[ =]", 2);
      offered.merge(
          keyword[0].toUpperCase(Locale.ROOT),
          keyword.length == 1 ? "" : keyword[1],
          (one, other) -> one + " " + other);
    }
    boolean eightBitMime = offered.containsKey("8BITMIME");
    return new Extensions(
        offered.containsKey("PIPELINING"),
        offered.containsKey("STARTTLS"),
        eightBitMime,
        eightBitMime && offered.containsKey("SMTPUTF8"),
        offered.containsKey("DSN"),
        offered.containsKey("SIZE"),
        limit(offered.getOrDefault("SIZE", "")),
        mechanisms(offered.getOrDefault("AUTH", "")));
  }

  /** Old servers say {@code AUTH=LOGIN}, some of them beside the line of the standard. */
  private static Set<String> mechanisms(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return upper.isEmpty() ? Set.of() : Set.copyOf(List.of(upper.split("[ =]+")));
  }

  /** 0, nothing and nonsense mean no limit that we know of. */
  private static long limit(String text) {
    String digits = text.trim();
    if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(Extensions::isDigit)) {
      return Long.MAX_VALUE;
    }
    long limit = Long.parseLong(digits);
    return limit == 0 ? Long.MAX_VALUE : limit;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
