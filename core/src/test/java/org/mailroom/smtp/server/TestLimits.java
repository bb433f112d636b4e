package org.mailroom.smtp.server;

import java.time.Duration;

/** Limits small enough to be reached by a test. */
public final class TestLimits {

  /** Everything small. */
  static final SmtpServerLimits SMALL =
      new SmtpServerLimits(
          1000,
          3,
          2,
          64,
          128,
          100,
          400,
          200,
          8,
          5,
          2,
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30),
          500,
          4,
          2,
          100,
          1,
          2,
          3,
          5,
          Duration.ofSeconds(1),
          4,
          2,
          Duration.ofSeconds(5),
          3);

  private TestLimits() {}

  /** The defaults with other times and connections. */
  public static SmtpServerLimits of(Duration idle, int connections) {
    return of(idle, SmtpServerLimits.DEFAULTS.handshake(), connections);
  }

  /** The defaults with another time for a handshake. */
  public static SmtpServerLimits withHandshake(Duration handshake) {
    return of(SmtpServerLimits.DEFAULTS.idle(), handshake, 100);
  }

  private static SmtpServerLimits of(Duration idle, Duration handshake, int connections) {
    SmtpServerLimits d = SmtpServerLimits.DEFAULTS;
    return new SmtpServerLimits(
        d.messageSize(),
        d.recipients(),
        d.refusedRecipients(),
        d.commandLine(),
        d.authLine(),
        d.textLine(),
        d.headerSize(),
        d.fieldSize(),
        d.fields(),
        d.receivedFields(),
        d.ownReceivedFields(),
        idle,
        handshake,
        d.session(),
        d.minimumRate(),
        connections,
        d.connectionsPerAddress(),
        d.connectionsPerMinute(),
        0,
        d.mailsPerConnection(),
        d.errorsBeforeDelay(),
        d.errors(),
        d.errorDelay(),
        d.idleCommands(),
        d.unknownRecipients(),
        d.unknownRecipientDelay(),
        d.failedLogins());
  }
}
