package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A numbered mail, the same for the same run and number.
 *
 * @param run names the run
 * @param number of the mail in the run
 * @param size octets of the body, about
 */
public record LedgerMail(String run, int number, int size) {

  private static final Pattern FIELD = Pattern.compile("(?m)^X-Ledger: (\\S+)-(\\d+)\r?$");
  private static final int LINE = 76;

  /** Header and body: text without a line that begins with a dot. */
  public byte[] content() {
    StringBuilder text = new StringBuilder(size + 256);
    text.append("From: Ledger <ledger@sender.test>\r\n")
        .append("To: <n")
        .append(number)
        .append("@ledger.test>\r\n")
        .append("Subject: ledger ")
        .append(number)
        .append("\r\n")
        .append("X-Ledger: ")
        .append(run)
        .append('-')
        .append(number)
        .append("\r\n\r\n");
    Random random = new Random(run.hashCode() * 31L + number);
    int end = text.length() + size;
    while (text.length() < end) {
      for (int i = 0; i < LINE; i++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(US_ASCII);
  }

  /**
   * The number that a content carries.
   *
   * @throws AssertionError when it is not a mail of this run
   */
  public static int numberIn(String run, String content) {
    Matcher matcher = FIELD.matcher(content);
    if (!matcher.find() || !matcher.group(1).equals(run)) {
      throw new AssertionError("A mail that is not of run " + run);
    }
    return Integer.parseInt(matcher.group(2));
  }
}
