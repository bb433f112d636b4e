package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mailroom.session.FedInPieces;

/** What a session says to commands outside of a mail, and in the wrong order. */
class SessionDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();

  @FedInPieces
  void theServerGreetsAndSaysWhatItCanDo(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: EHLO client.test
            S: 250-hub.test
            S: 250-PIPELINING
            S: 250-SIZE 37748736
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-ENHANCEDSTATUSCODES
            S: 250-DSN
            S: 250-CHUNKING
            S: 250 LIMITS RCPTMAX=1000 MAILMAX=1000
            C: HELO client.test
            S: 250 hub.test
            C: NOOP
            S: 250 2.0.0 Ok
            C: noop whatever, in any case \s
            S: 250 2.0.0 Ok
            C: VRFY ann
            S: 252 2.5.2 Send some mail, and it will be delivered if it can be
            C: EXPN staff
            S: 502 5.5.1 Command not implemented
            C: HELP
            S: 214 2.0.0 EHLO HELO STARTTLS AUTH MAIL RCPT DATA BDAT RSET NOOP QUIT VRFY HELP; see RFC 5321
            C: RSET
            S: 250 2.0.0 Ok
            C: QUIT
            S: 221 2.0.0 Bye
            """);
  }

  @FedInPieces
  void everyRefusalIsReported(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C: WHAT
            S: 500 5.5.1 Command not recognized
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<nobody@hub.test>
            S: 550 5.1.1 No such user
            C: RCPT TO:<bob@hub.test>
            S: 250 2.1.5 Ok
            C: QUIT
            S: 221 2.0.0 Bye
            """);
    assertThat(hub.refusals()).containsExactly(500, 550);
  }

  @FedInPieces
  void pipelinedCommandsAreAnsweredInOrder(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C: NOOP
            C: WHAT
            C: RSET
            C: QUIT
            S: 250 2.0.0 Ok
            S: 500 5.5.1 Command not recognized
            S: 250 2.0.0 Ok
            S: 221 2.0.0 Bye
            """);
  }

  @Test
  void commandsInTheWrongOrderAreRefused() {
    Dialogue.with(hub)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: MAIL FROM:<ann@corp.test>
            S: 503 5.5.1 Send EHLO first
            C: HELO client.test
            S: 250 hub.test
            C: RCPT TO:<bob@hub.test>
            S: 503 5.5.1 Send MAIL first
            C: DATA
            S: 503 5.5.1 Send MAIL first
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: MAIL FROM:<ann@corp.test>
            S: 503 5.5.1 A mail has begun already
            C: DATA
            S: 554 5.5.1 No valid recipients
            """);
  }

  @Test
  void argumentsWhereThereAreNoneAndNoneWhereThereAreSomeAreRefused() {
    Dialogue.with(hub)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: EHLO
            S: 501 5.5.4 Syntax: EHLO or HELO hostname
            C: HELO two names
            S: 501 5.5.4 Syntax: EHLO or HELO hostname
            C: EHLO %s
            S: 501 5.5.4 Syntax: EHLO or HELO hostname
            C: DATA now
            S: 501 5.5.4 This command has no argument
            C: RSET now
            S: 501 5.5.4 This command has no argument
            C: QUIT now
            S: 501 5.5.4 This command has no argument
            C: VRFY
            S: 501 5.5.4 Syntax: VRFY address
            C:
            S: 500 5.5.1 Command not recognized
            """
                .formatted("x".repeat(256)));
  }

  @Test
  void aVerbInLookAlikeLettersIsUnknown() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: ma\u0131l FROM:<ann@corp.test>
            S: 500 5.5.1 Command not recognized
            C> QU\\xEFT\\r\\n
            S: 500 5.5.1 Command not recognized
            """);
  }

  @Test
  void helloAndResetGiveUpTheMail() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RSET
            S: 250 2.0.0 Ok
            C: RCPT TO:<bob@hub.test>
            S: 503 5.5.1 Send MAIL first
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: HELO client.test
            S: 250 hub.test
            C: RCPT TO:<bob@hub.test>
            S: 503 5.5.1 Send MAIL first
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aClientThatSpeaksBeforeTheGreetingIsSentAway() {
    Dialogue.with(hub)
        .play(
            """
            C: EHLO client.test
            S: 554 5.5.0 Wait for the reply, closing
            """);
  }

  @FedInPieces
  void aBrowserIsSentAwayWithoutAWord(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: POST / HTTP/1.1
            C: Host: hub.test
            C:
            C: EHLO client.test
            C: MAIL FROM:<ann@corp.test>
            """);
  }

  @FedInPieces
  void aTlsHandshakeIsSentAwayWithoutAWord(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C> \\x16\\x03\\x01\\x00\\xC8\\x01\\x00\\x00\\xC4\\x03\\x03MAIL FROM:<a@b>\\r\\n
            """);
  }

  @FedInPieces
  void onlyCrlfEndsACommandAndNothingHidesBehindABareLineEnd(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C> NOOP\\nMAIL FROM:<ann@corp.test>\\r\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            C> NOOP\\rMAIL FROM:<ann@corp.test>\\r\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            C> NO\\0OP\\r\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            C> NOOP\\r\\r\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            C: DATA
            S: 503 5.5.1 Send MAIL first
            """);
  }

  @FedInPieces
  void aClientThatEndsItsLinesWithLineFeedsGetsItsAnswers(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C> HELO client.test\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            C> QUIT\\n
            S: 500 5.5.2 A line ends with CRLF and has no bare CR, bare LF or NUL
            E: PEER
            """);
  }

  @FedInPieces
  void whatACommandLineSaysIsNotRepeated(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: EHLO <script>alert(1)</script>
            S: 250-hub.test
            S: 250-PIPELINING
            S: 250-SIZE *
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-ENHANCEDSTATUSCODES
            S: 250-DSN
            S: 250-CHUNKING
            S: 250 LIMITS *
            C: MAIL FROM:<script>
            S: 501 5.1.7 Bad sender address syntax
            """);
  }

  @Test
  void aClientThatGoesAwayInACommandLeavesNothing() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C> MAIL FR
            E: PEER
            """);
    assertThat(hub.taken()).isEmpty();
  }
}
