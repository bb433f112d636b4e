package org.mailroom.pop3;

import java.time.Duration;

/**
 * What sessions are limited to; the defaults are in {@link #DEFAULTS}. Counts and sizes are
 * positive.
 *
 * @param commandLine octets of a command line with CRLF (RFC 2449, 4)
 * @param authLine octets of a line of AUTH with CRLF, at most 64 KiB
 * @param login time from the beginning of a session to its login
 * @param idle time to wait for a command; at least 10 minutes (RFC 1939, 3)
 * @param stall time for a command and its answer, or for a piece of a message that is sent
 * @param handshake time for a handshake of TLS
 * @param errorsBeforeLogin bad commands before a login, the last of them ends the session
 * @param errors the same after a login
 * @param failedLogins logins that failed in a session, the last of them ends it
 * @param connections open connections in all
 * @param connectionsPerAddress open connections of one untrusted address
 * @param connectionsPerMinute new connections of one untrusted address in a minute
 */
public record Pop3Limits(
    int commandLine,
    int authLine,
    Duration login,
    Duration idle,
    Duration stall,
    Duration handshake,
    int errorsBeforeLogin,
    int errors,
    int failedLogins,
    int connections,
    int connectionsPerAddress,
    int connectionsPerMinute) {

  /** The documented defaults. */
  public static final Pop3Limits DEFAULTS =
      new Pop3Limits(
          255,
          12_288,
          Duration.ofSeconds(180),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          3,
          20,
          3,
          8192,
          50,
          600);
}
