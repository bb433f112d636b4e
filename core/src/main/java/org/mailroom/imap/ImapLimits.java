package org.mailroom.imap;

import java.time.Duration;

/**
 * What sessions are limited to; the defaults are in {@link #DEFAULTS}. Counts and sizes are
 * positive.
 *
 * @param line octets of a line with CRLF, at most 64 KiB
 * @param lineBeforeLogin the same before a login
 * @param literal octets of all literals of a command but APPEND
 * @param literalBeforeLogin the same before a login
 * @param message octets of a message that is appended
 * @param nesting parentheses in parentheses
 * @param login time from the beginning of a session to its login
 * @param idle time to wait for a command; at least 30 minutes (RFC 9051, 5.4)
 * @param stall time for a command and its response, or for a piece of a message
 * @param handshake time for a handshake of TLS
 * @param errorsBeforeLogin bad commands before a login, the last of them ends the session
 * @param errors the same after a login
 * @param failedLogins logins that failed in a session, the last of them ends it
 * @param connections open connections in all
 * @param connectionsPerAddress open connections of one untrusted address
 * @param connectionsPerMinute new connections of one untrusted address in a minute
 * @param connectionsPerUser sessions that one user is logged in with
 */
public record ImapLimits(
    int line,
    int lineBeforeLogin,
    int literal,
    int literalBeforeLogin,
    long message,
    int nesting,
    Duration login,
    Duration idle,
    Duration stall,
    Duration handshake,
    int errorsBeforeLogin,
    int errors,
    int failedLogins,
    int connections,
    int connectionsPerAddress,
    int connectionsPerMinute,
    int connectionsPerUser) {

  /** The documented defaults. */
  public static final ImapLimits DEFAULTS =
      new ImapLimits(
          65_536,
          8192,
          65_536,
          4096,
          36L * 1024 * 1024,
          32,
          Duration.ofSeconds(180),
          Duration.ofMinutes(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          3,
          20,
          3,
          16_384,
          1000,
          6000,
          16);

  /** The same with this size of a message. */
  public ImapLimits withMessage(long octets) {
    return new ImapLimits(
        line,
        lineBeforeLogin,
        literal,
        literalBeforeLogin,
        octets,
        nesting,
        login,
        idle,
        stall,
        handshake,
        errorsBeforeLogin,
        errors,
        failedLogins,
        connections,
        connectionsPerAddress,
        connectionsPerMinute,
        connectionsPerUser);
  }
}
