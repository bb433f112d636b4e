package org.mailroom.it.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * A numbered mail, the same octets for the same run and number. Its header names the run, the
 * number and the hash of its body, so that whoever gets it can tell which mail it is, and whether
 * it is whole.
 *
 * @param run names the run
 * @param number of the mail in the run, from 1
 * @param reversePath the sender, empty for the null reverse-path
 * @param recipients each with a local-part that begins {@code n<number>-}
 * @param size octets of the body, about
 */
public record LedgerMail(
    String run, int number, String reversePath, List<String> recipients, int size) {

  /** The field that says {@code <run>-<number>}. */
  static final String NUMBER_FIELD = "X-Ledger";

  /** The field with the SHA-256 of the body, in hexadecimal. */
  static final String HASH_FIELD = "X-Ledger-Hash";

  private static final byte[] TEXT = text();

  /** Header and body. Some lines begin with a dot. */
  public byte[] content() {
    byte[] body = body();
    String header =
        "From: Ledger <ledger@sender.test>\r\n"
            + "Subject: mail %d of run %s\r\n".formatted(number, run)
            + NUMBER_FIELD
            + ": %s-%d\r\n".formatted(run, number)
            + HASH_FIELD
            + ": %s\r\n\r\n".formatted(HexFormat.of().formatHex(sha256().digest(body)));
    ByteArrayOutputStream content = new ByteArrayOutputStream(body.length + header.length());
    content.writeBytes(header.getBytes(US_ASCII));
    content.writeBytes(body);
    return content.toByteArray();
  }

  /** The number in the local-part of one of its recipients; 0 when it is no such address. */
  static int numberOf(String recipient) {
    int dash = recipient.indexOf('-');
    if (!recipient.startsWith("n") || dash < 2) {
      return 0;
    }
    String digits = recipient.substring(1, dash);
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private byte[] body() {
    byte[] body = new byte[Math.max(2, size)];
    int from = new Random(run.hashCode() * 31L + number).nextInt(TEXT.length);
    for (int filled = 0; filled < body.length; ) {
      int length = Math.min(TEXT.length - from, body.length - filled);
      System.arraycopy(TEXT, from, body, filled, length);
      filled += length;
      from = 0;
    }
    // Wherever the text was cut, no CR or LF stands alone.
    if (body[0] == '\n') {
      body[0] = 'x';
    }
    body[body.length - 2] = '\r';
    body[body.length - 1] = '\n';
    if (body.length > 2 && body[body.length - 3] == '\r') {
      body[body.length - 3] = 'x';
    }
    return body;
  }

  /** Lines of different lengths, every tenth with a dot in front. */
  private static byte[] text() {
    Random random = new Random(1);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int line = 0; line < 4096; line++) {
      if (line % 10 == 0) {
        text.write('.');
      }
      int length = random.nextInt(1, 150);
      for (int i = 0; i < length; i++) {
        text.write('a' + random.nextInt(26));
      }
      text.write('\r');
      text.write('\n');
    }
    return text.toByteArray();
  }
}
