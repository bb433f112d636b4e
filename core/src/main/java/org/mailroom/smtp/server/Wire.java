package org.mailroom.smtp.server;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.session.SessionInput;
import org.mailroom.session.SessionWire;
import org.mailroom.smtp.ReplyOctets;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.transport.Connection;
import org.mailroom.transport.TlsTraits;

/**
 * The client's end of a session: its octets come in, replies go out, and waiting for either takes
 * bounded time, less for a stranger than for a client that is trusted.
 */
final class Wire {

  private final SessionWire wire;
  private final ReceptionPolicy policy;
  private final SessionVoice voice;
  private final Clock clock;
  private boolean trusted;
  private final long beganMillis;

  Wire(Connection connection, SessionServices services, boolean trusted) {
    this.wire = new SessionWire(connection);
    this.policy = services.policy();
    this.voice =
        new SessionVoice(
            services.policy().overhearing(), connection.id(), connection.peer().getAddress());
    this.clock = services.clock();
    this.trusted = trusted;
    this.beganMillis = clock.millis();
  }

  /** What the client has sent; another one after {@link #startTls}. */
  SessionInput input() {
    return wire.input();
  }

  /** The client is known from now on: limits for strangers don't hold. */
  void trust() {
    trusted = true;
  }

  boolean offersTls() {
    return wire.offersTls();
  }

  /** What protects the connection, if anything. */
  Optional<TlsTraits> tls() {
    return wire.tls();
  }

  /**
   * Waits for the client's handshake. What it sent before, and nobody read, is forgotten.
   *
   * @throws IOException when the handshake fails, or takes too long
   */
  void startTls(SmtpServerLimits limits) throws IOException {
    if (!wire.startTls(limits.handshake())) {
      inputEnded();
    } else {
      voice.note("tls");
    }
  }

  /** Somebody has logged in, as those who run the hub may see. */
  void identify(String user) {
    wire.identify(user);
    voice.note("user " + user);
  }

  /** Answers; 421 ends the session. */
  void reply(SmtpReply reply) throws IOException {
    wire.write(ReplyOctets.of(reply));
    voice.server(reply);
    if (reply.code() >= 400) {
      policy.refused(reply);
    }
    if (reply.code() == 421) {
      end();
    }
  }

  /** Tells what is said to whoever listens. */
  SessionVoice voice() {
    return voice;
  }

  /** Writes what was replied. */
  void flush() throws IOException {
    wire.flush();
  }

  /** Nothing more is read; what was replied is still written. */
  void end() {
    wire.end();
  }

  boolean isEnded() {
    return wire.isEnded();
  }

  /**
   * Waits for octets of a command.
   *
   * @param again true when some have been awaited already, whose time goes on
   * @return false when none come any more
   */
  boolean awaitCommand(SmtpServerLimits limits, boolean again) throws IOException {
    if (!again && !limit(limits, limits.idle(), Replies.SESSION_TOO_LONG)) {
      return false;
    }
    if (!wire.awaitCommand()) {
      inputEnded();
    }
    return !isEnded();
  }

  /** The slowest that a content may come that begins now. */
  RateFloor rateFloor(SmtpServerLimits limits) {
    return new RateFloor(clock.millis(), limits.minimumRate());
  }

  /**
   * Waits for octets of a content.
   *
   * @param octets how many have come since {@code floor} began
   * @return false when none come any more
   */
  boolean awaitContent(SmtpServerLimits limits, RateFloor floor, long octets) throws IOException {
    Duration left = trusted ? limits.idle() : floor.left(clock.millis(), octets);
    if (!limit(limits, shorter(limits.idle(), left), Replies.TOO_SLOW)) {
      return false;
    }
    if (!wire.awaitContent()) {
      inputEnded();
    }
    return !isEnded();
  }

  /** Takes all limits off, until something is awaited again. */
  void unlimited() {
    wire.unlimited();
  }

  /** Lets the client wait. */
  void pause(Duration time) throws IOException {
    wire.pause(time);
  }

  private boolean limit(SmtpServerLimits limits, Duration time, SmtpReply ifOver)
      throws IOException {
    Duration left = trusted ? time : shorter(time, sessionTimeLeft(limits));
    if (!left.isPositive()) {
      reply(ifOver);
      return false;
    }
    wire.limit(left);
    return true;
  }

  private Duration sessionTimeLeft(SmtpServerLimits limits) {
    return limits.session().minusMillis(clock.millis() - beganMillis);
  }

  private void inputEnded() throws IOException {
    switch (wire.ending()) {
      case BY_PEER -> end();
      case BY_LIMIT -> reply(Replies.TIMEOUT);
      case BY_STOP -> reply(Replies.STOPPING);
      case BY_ORDER -> reply(Replies.ENDED);
    }
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
