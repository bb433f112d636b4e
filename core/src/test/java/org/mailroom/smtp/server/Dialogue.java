package org.mailroom.smtp.server;

import java.time.Duration;
import java.util.List;
import org.mailroom.session.ScriptPlayer;
import org.mailroom.session.SettableClock;

/** Plays a conversation with a session of the SMTP server: see {@link ScriptPlayer}. */
final class Dialogue {

  private final InMemoryReception hub;
  private final ScriptPlayer player = new ScriptPlayer();
  private SmtpService service = SmtpService.RELAY;

  private Dialogue(InMemoryReception hub) {
    this.hub = hub;
  }

  /** A dialogue with a server of {@code hub}. */
  static Dialogue with(InMemoryReception hub) {
    return new Dialogue(hub);
  }

  /** From a client that nobody trusts. */
  Dialogue fromStranger() {
    hub.trust(client -> client.isLoopbackAddress());
    player.fromStranger();
    return this;
  }

  /** With a server that has a certificate. */
  Dialogue offeringTls() {
    player.offerTls();
    return this;
  }

  /** With a server of another kind. */
  Dialogue of(SmtpService newService) {
    service = newService;
    return this;
  }

  /** Plays it behind greeting, STARTTLS and the EHLO after it. */
  Dialogue playUnderTls(String script) {
    return offeringTls()
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: STARTTLS
            S: 220 2.0.0 Ready to start TLS
            H: OK
            C: EHLO client.test
            S: 250-hub.test
            S: 250-PIPELINING
            S: 250-SIZE *
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-ENHANCEDSTATUSCODES
            S: 250-DSN
            S: 250-CHUNKING
            S: 250-AUTH SCRAM-SHA-256 PLAIN LOGIN
            S: 250 LIMITS *
            """
                + script);
  }

  /** The server gets at most {@code octets} at once. */
  Dialogue inPiecesOf(int octets) {
    player.inPiecesOf(octets);
    return this;
  }

  /** Plays it behind greeting and EHLO. */
  Dialogue playGreeted(String script) {
    return play(
        """
        S: 220 hub.test ESMTP Mailroom
        C: EHLO client.test
        S: 250-hub.test
        S: 250-PIPELINING
        S: 250-SIZE *
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-ENHANCEDSTATUSCODES
        S: 250-DSN
        S: 250-CHUNKING
        S: 250 LIMITS *
        """
            + script);
  }

  /** Plays it behind greeting, EHLO, MAIL, RCPT and DATA. */
  Dialogue playContent(String script) {
    return playGreeted(
        """
        C: MAIL FROM:<ann@corp.test>
        C: RCPT TO:<bob@hub.test>
        C: DATA
        S: 250 2.1.0 Ok
        S: 250 2.1.5 Ok
        S: 354 End data with <CR><LF>.<CR><LF>
        """
            + script);
  }

  /** Plays it. */
  Dialogue play(String script) {
    SessionServices services =
        new SessionServices(service, hub, hub.policy(), player.clock(), hub::limits);
    player.play(script, connection -> new SmtpServerSession(connection, services).run());
    return this;
  }

  /** How often and how long the server let the client wait. */
  List<Duration> pauses() {
    return player.pauses();
  }

  /** The limit that was set last. */
  Duration limit() {
    return player.limit();
  }

  /** The clock of the server. */
  SettableClock clock() {
    return player.clock();
  }
}
