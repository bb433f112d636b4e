package org.mailroom.smtp.client;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How long the client waits, in the order of the dialogue (RFC 5321, 4.5.3.2). Each is the whole
 * time for one reply, however slowly its octets come.
 *
 * @param connect for the TCP connection
 * @param greeting for the greeting
 * @param ehlo for the reply to EHLO or HELO
 * @param startTls for the reply to STARTTLS, and again for the handshake
 * @param auth for each reply to AUTH and its responses
 * @param mail for the reply to MAIL or RSET
 * @param rcpt for the reply to each RCPT
 * @param data for the reply to DATA
 * @param block for the peer to take one block of what is written
 * @param dot for the reply to the final dot
 * @param quit for the reply to QUIT
 */
public record SmtpClientTimeouts(
    Duration connect,
    Duration greeting,
    Duration ehlo,
    Duration startTls,
    Duration auth,
    Duration mail,
    Duration rcpt,
    Duration data,
    Duration block,
    Duration dot,
    Duration quit) {

  /** What RFC 5321 asks for; less for connecting, since there are other addresses and attempts. */
  public static final SmtpClientTimeouts DEFAULTS =
      new SmtpClientTimeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(300),
          Duration.ofSeconds(300),
          Duration.ofSeconds(120),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300),
          Duration.ofSeconds(300),
          Duration.ofSeconds(120),
          Duration.ofSeconds(180),
          Duration.ofSeconds(600),
          Duration.ofSeconds(5));

  /** Refuses times that are not positive. */
  public SmtpClientTimeouts {
    Stream.of(connect, greeting, ehlo, startTls, auth, mail, rcpt, data, block, dot, quit)
        .forEach(SmtpClientTimeouts::requirePositive);
  }

  private static void requirePositive(Duration timeout) {
    Objects.requireNonNull(timeout, "each stage has a timeout");
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("A timeout is above zero");
    }
  }
}
