package org.mailroom.smtp.client;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 */
record Extensions(
    boolean pipelining,
    boolean startTls,
    boolean eightBitMime,
    boolean smtpUtf8,
    boolean dsn,
    boolean size,
    long maxSize) {

  /** After HELO. */
  static final Extensions NONE =
      new Extensions(false, false, false, false, false, false, Long.MAX_VALUE);

  static Extensions of(SmtpReply ehlo) {
    Map<String, String> offered = new HashMap<>();
    List<String> lines = ehlo.lines();
    for (String line : lines.subList(1, lines.size())) {
      String[] keyword = line.trim().split("[ =]", 2);
      offered.put(keyword[0].toUpperCase(Locale.ROOT), keyword.length == 1 ? "" : keyword[1]);
    }
    boolean eightBitMime = offered.containsKey("8BITMIME");
    return new Extensions(
        offered.containsKey("PIPELINING"),
        offered.containsKey("STARTTLS"),
        eightBitMime,
        eightBitMime && offered.containsKey("SMTPUTF8"),
        offered.containsKey("DSN"),
        offered.containsKey("SIZE"),
        limit(offered.getOrDefault("SIZE", "")));
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
