package org.mailroom.smtp.server;

import java.time.Duration;

/**
 * What sessions are limited to; the defaults are in {@link #DEFAULTS}. Counts and sizes are
 * positive.
 *
 * @param messageSize octets of content as received, advertised with SIZE
 * @param recipients accepted recipients per mail, then 452 4.5.3
 * @param refusedRecipients refused recipients per mail, then 421
 * @param commandLine octets of a command line with CRLF
 * @param authLine octets of a line of AUTH with CRLF, at most 64 KiB
 * @param textLine octets of a line of content with CRLF
 * @param headerSize octets of the whole header
 * @param fieldSize octets of one header field
 * @param fields header fields
 * @param receivedFields Received fields, then 554 5.4.6
 * @param ownReceivedFields Received fields that name this hub, then 554 5.4.6
 * @param idle time to wait for a command or for data
 * @param handshake time for a handshake of TLS
 * @param session whole session of an untrusted client
 * @param minimumRate octets a second of content from an untrusted client, averaged over a mail
 * @param connections open connections in all
 * @param connectionsPerAddress open connections of one untrusted address
 * @param connectionsPerMinute new connections of one untrusted address in a minute
 * @param reservedForTrusted connections of {@code connections} that only trusted clients get
 * @param mailsPerConnection mails, then 421 4.7.0
 * @param errorsBeforeDelay errors after which each further one is answered late
 * @param errors errors after which the session ends with 421 4.7.0
 * @param errorDelay how late
 * @param idleCommands NOOP, RSET, VRFY and the like without a mail between, then they count as
 *     errors
 * @param unknownRecipients recipients refused with 5.1.1 in a session, from which on each further
 *     one is answered late
 * @param unknownRecipientDelay how late
 * @param failedLogins logins that failed in a session, the last of them answered 421 4.7.0
 */
public record SmtpServerLimits(
    long messageSize,
    int recipients,
    int refusedRecipients,
    int commandLine,
    int authLine,
    int textLine,
    int headerSize,
    int fieldSize,
    int fields,
    int receivedFields,
    int ownReceivedFields,
    Duration idle,
    Duration handshake,
    Duration session,
    int minimumRate,
    int connections,
    int connectionsPerAddress,
    int connectionsPerMinute,
    int reservedForTrusted,
    int mailsPerConnection,
    int errorsBeforeDelay,
    int errors,
    Duration errorDelay,
    int idleCommands,
    int unknownRecipients,
    Duration unknownRecipientDelay,
    int failedLogins) {

  /** The documented defaults. */
  public static final SmtpServerLimits DEFAULTS =
      new SmtpServerLimits(
          36L << 20,
          1000,
          1000,
          2048,
          12_288,
          64 << 10,
          256 << 10,
          100 << 10,
          1000,
          100,
          10,
          Duration.ofSeconds(300),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          500,
          8192,
          50,
          600,
          1024,
          1000,
          10,
          20,
          Duration.ofSeconds(1),
          100,
          5,
          Duration.ofSeconds(5),
          3);

  /** The same limits for another message size. */
  public SmtpServerLimits withMessageSize(long size) {
    return new SmtpServerLimits(
        size,
        recipients,
        refusedRecipients,
        commandLine,
        authLine,
        textLine,
        headerSize,
        fieldSize,
        fields,
        receivedFields,
        ownReceivedFields,
        idle,
        handshake,
        session,
        minimumRate,
        connections,
        connectionsPerAddress,
        connectionsPerMinute,
        reservedForTrusted,
        mailsPerConnection,
        errorsBeforeDelay,
        errors,
        errorDelay,
        idleCommands,
        unknownRecipients,
        unknownRecipientDelay,
        failedLogins);
  }

  /**
   * The same limits with less patience for untrusted clients and idlers: what remains then is
   * service for those who use it. None becomes larger.
   */
  public SmtpServerLimits overloaded() {
    return new SmtpServerLimits(
        messageSize,
        recipients,
        Math.min(refusedRecipients, 200),
        commandLine,
        authLine,
        textLine,
        headerSize,
        fieldSize,
        fields,
        receivedFields,
        ownReceivedFields,
        shorter(idle, Duration.ofSeconds(10)),
        shorter(handshake, Duration.ofSeconds(10)),
        shorter(session, Duration.ofMinutes(5)),
        minimumRate,
        connections,
        Math.min(connectionsPerAddress, 10),
        Math.min(connectionsPerMinute, 60),
        reservedForTrusted,
        Math.min(mailsPerConnection, 20),
        errorsBeforeDelay,
        errors,
        errorDelay,
        idleCommands,
        unknownRecipients,
        unknownRecipientDelay,
        failedLogins);
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
