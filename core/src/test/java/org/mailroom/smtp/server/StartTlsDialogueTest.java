package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.sasl.KnownLogins;
import org.mailroom.session.FedInPieces;

/** TLS in the middle of a session (RFC 3207), and from its beginning (RFC 8314). */
class StartTlsDialogueTest {

  private static final String OFFER =
      """
      S: 250-hub.test
      S: 250-PIPELINING
      S: 250-SIZE *
      S: 250-8BITMIME
      S: 250-SMTPUTF8
      S: 250-ENHANCEDSTATUSCODES
      S: 250-DSN
      S: 250-CHUNKING
      S: 250-STARTTLS
      S: 250 LIMITS *
      """;

  private final InMemoryReception hub = new InMemoryReception();

  StartTlsDialogueTest() {
    hub.letIn(new KnownLogins(Duration.ZERO));
  }

  @FedInPieces
  void tlsIsOfferedOnceAndNamedInTheTraceField(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playUnderTls(
            """
            C: STARTTLS
            S: 503 5.5.1 TLS has begun already
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@hub.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(hub.taken().getFirst().text())
        .contains(" with ESMTPS (TLSv1.3)\r\n\tid ")
        .contains("\r\n\ttls TLS_AES_256_GCM_SHA384;\r\n\t");
    assertThat(hub.taken().getFirst().protocol()).isEqualTo("ESMTPS");
  }

  @Test
  void theKeywordSaysSmtputf8Too() {
    dialogue()
        .playUnderTls(
            """
            C: MAIL FROM:<ann@corp.test> SMTPUTF8
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@hub.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(hub.taken().getFirst().protocol()).isEqualTo("UTF8SMTPS");
  }

  @FedInPieces
  void tlsForgetsNameAndMail(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: EHLO client.test
            """
                + OFFER
                + """
                C: MAIL FROM:<ann@corp.test>
                S: 250 2.1.0 Ok
                C: RCPT TO:<bob@hub.test>
                S: 250 2.1.5 Ok
                C: STARTTLS
                S: 220 2.0.0 Ready to start TLS
                H: OK
                C: DATA
                S: 503 5.5.1 Send MAIL first
                C: MAIL FROM:<ann@corp.test>
                S: 503 5.5.1 Send EHLO first
                """);
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void whatIsInjectedBehindStarttlsIsNeverExecuted(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C> STARTTLS\\r\\nRSET\\r\\n
            S: 554 5.5.0 Wait for the reply, closing
            """);
  }

  @FedInPieces
  void aMailIsNotInjectedEither(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C> STARTTLS\\r\\nEHLO eve.test\\r\\nMAIL FROM:<eve@hub.test>\\r\\nRCPT TO:<bob@hub.test>\\r\\n
            S: 554 5.5.0 Wait for the reply, closing
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aHandshakeThatFailsEndsTheSessionWithoutAWord() {
    assertThatThrownBy(
            () ->
                dialogue()
                    .play(
                        """
                        S: 220 hub.test ESMTP Mailroom
                        C: STARTTLS
                        S: 220 2.0.0 Ready to start TLS
                        H: FAILS
                        """))
        .hasRootCauseMessage("Not a handshake");
  }

  @Test
  void aHandshakeHasLessTimeThanACommand() {
    InMemoryReception limited = hub;
    Dialogue dialogue = dialogue();
    assertThatThrownBy(() -> dialogue.of(SmtpService.SUBMISSIONS).play("H: FAILS"))
        .hasRootCauseMessage("Not a handshake");
    assertThat(dialogue.limit()).isEqualTo(Duration.ofSeconds(60));
    assertThat(limited.limits().overloaded().handshake()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aStopDuringTheHandshakeEndsTheSession() {
    dialogue()
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: STARTTLS
            S: 220 2.0.0 Ready to start TLS
            H: OK
            E: STOP
            S: 421 4.3.2 Closing down, try again later
            """);
  }

  @Test
  void starttlsHasNoArgument() {
    dialogue()
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: STARTTLS now
            S: 501 5.5.4 This command has no argument
            """);
  }

  @Test
  void withoutACertificateThereIsNoTls() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: STARTTLS
            S: 502 5.5.1 Command not implemented
            """);
  }

  @FedInPieces
  void submissionsBeginsWithTheHandshake(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .of(SmtpService.SUBMISSIONS)
        .play(
            """
            H: OK
            S: 220 hub.test ESMTP Mailroom
            C: STARTTLS
            S: 503 5.5.1 TLS has begun already
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
            C: MAIL FROM:<ann@hub.test>
            S: 530 5.7.0 Authentication required
            """);
  }

  private Dialogue dialogue() {
    return Dialogue.with(hub).offeringTls();
  }
}
