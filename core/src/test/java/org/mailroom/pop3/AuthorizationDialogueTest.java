package org.mailroom.pop3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.session.FedInPieces;

/** How a user gets at a maildrop: RFC 1939, 4; RFC 2595, 4; RFC 5034. */
class AuthorizationDialogueTest {

  private static final String CAPABILITIES =
      """
      S: +OK Capabilities follow
      S: TOP
      S: UIDL
      S: PIPELINING
      S: RESP-CODES
      S: AUTH-RESP-CODE
      S: EXPIRE NEVER
      S: UTF8 USER
      S: IMPLEMENTATION Mailroom
      """;

  private final InMemoryMaildrops hub = new InMemoryMaildrops();

  @FedInPieces
  void capabilitiesSayWhatIsPossibleNow(int piece) {
    dialogue()
        .fromStranger()
        .offeringTls()
        .inPiecesOf(piece)
        .play(
            """
            S: +OK Mailroom is ready
            C: CAPA
            """
                + CAPABILITIES
                + """
            S: STLS
            S: .
            C: USER ann@hub.test
            S: -ERR [AUTH] Begin TLS first, with STLS
            C: STLS
            S: +OK Ready to start TLS
            H: OK
            C: CAPA
            """
                + CAPABILITIES
                + """
            S: USER
            S: SASL SCRAM-SHA-256 PLAIN LOGIN
            S: .
            C: UTF8
            S: +OK UTF-8 it is
            C: USER ann@hub.test
            S: +OK The password, please
            C: PASS secret
            S: +OK 0 messages
            C: STLS
            S: -ERR Logged in already
            """);
  }

  @Test
  void pop3sBeginsWithTheHandshake() {
    dialogue()
        .fromStranger()
        .underTls()
        .play(
            """
            H: OK
            S: +OK Mailroom is ready
            C: STLS
            S: -ERR TLS has begun already
            C: AUTH PLAIN AGFubkBodWIudGVzdABzZWNyZXQ=
            S: +OK 0 messages
            """);
  }

  @Test
  void plainMayAskForItsResponse() {
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: AUTH
            S: +OK The list follows
            S: SCRAM-SHA-256
            S: PLAIN
            S: LOGIN
            S: .
            C: AUTH PLAIN
            S: +\s
            C: *
            S: -ERR Authentication cancelled
            C: AUTH PLAIN
            S: +\s
            C: AGFubkBodWIudGVzdABzZWNyZXQ=
            S: +OK 0 messages
            """);
  }

  @Test
  void whatIsNoResponseIsSaid() {
    hub.limits = TestLimits.PATIENT;
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: AUTH PLAIN !
            S: -ERR A response is in base64
            C: AUTH PLAIN =
            S: -ERR [AUTH] The response makes no sense
            C: AUTH PLAIN
            S: +\s
            C: ?
            S: -ERR A response is in base64
            C: AUTH NTLM
            S: -ERR Mechanism not known here
            """);
  }

  @Test
  void whoIsNotAUserLearnsNothingAndIsSentAway() {
    hub.limits = TestLimits.SMALL;
    Pop3Dialogue played =
        dialogue()
            .play(
                """
                S: +OK Mailroom is ready
                C: USER eve@hub.test
                S: +OK The password, please
                C: PASS secret
                S: -ERR [AUTH] Authentication failed
                C: USER ann@hub.test
                S: +OK The password, please
                C: PASS guess
                S: -ERR [AUTH] Authentication failed, closing
                """);
    assertThat(played.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(hub.open).isFalse();
  }

  @Test
  void whoIsLockedIsToldThatItIsForAWhile() {
    hub.logins.lock();
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: USER ann@hub.test
            S: +OK The password, please
            C: PASS secret
            S: -ERR [SYS/TEMP] Authentication failed too often, try again later
            """);
  }

  @Test
  void oneSessionHasTheMaildrop() {
    hub.open = true;
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: USER ann@hub.test
            S: +OK The password, please
            C: PASS secret
            S: -ERR [IN-USE] Another session has the mailbox
            """);
    assertThat(hub.open).isTrue();
  }

  @Test
  void aMailboxThatIsNotThereOrNotNowIsSaid() {
    hub.insteadOfOpening = Optional.of(new Maildrops.Answer.Unavailable());
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: AUTH PLAIN AGFubkBodWIudGVzdABzZWNyZXQ=
            S: -ERR [SYS/TEMP] The mailbox is not available, try again later
            """);
    hub.insteadOfOpening = Optional.of(new Maildrops.Answer.Refused());
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: AUTH PLAIN AGFubkBodWIudGVzdABzZWNyZXQ=
            S: -ERR [SYS/PERM] This user has no mailbox here
            """);
  }

  @Test
  void aPasswordMayHaveSpaces() {
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: PASS secret
            S: -ERR Send USER first
            C: USER ann@hub.test
            S: +OK The password, please
            C: PASS secret\s
            S: -ERR [AUTH] Authentication failed
            """);
  }

  @Test
  void beforeALoginThereAreFewCommandsAndFewErrors() {
    dialogue()
        .play(
            """
            S: +OK Mailroom is ready
            C: STAT
            S: -ERR Log in first
            C: GET / HTTP/1.1
            S: -ERR Command not recognized
            C: APOP ann c4c9334bac560ecc979e58001b3e22fb
            S: -ERR Too many errors, closing
            """);
  }

  @Test
  void whoDoesNotLogInHasThreeMinutes() {
    Pop3Dialogue played =
        dialogue()
            .play(
                """
                S: +OK Mailroom is ready
                C: CAPA
                """
                    + CAPABILITIES
                    + """
                S: USER
                S: SASL *
                S: .
                T: PT2M
                C: AUTH
                S: +OK The list follows
                S: SCRAM-SHA-256
                S: PLAIN
                S: LOGIN
                S: .
                E: LIMIT
                S: -ERR Timeout, closing
                """);
    assertThat(played.limit()).isEqualTo(Duration.ofMinutes(1));
  }

  @FedInPieces
  void whatIsInjectedBehindStlsIsNeverExecuted(int piece) {
    dialogue()
        .offeringTls()
        .inPiecesOf(piece)
        .play(
            """
            S: +OK Mailroom is ready
            C> STLS\\r\\nUSER eve\\r\\n
            S: -ERR Wait for the answer, closing
            """);
  }

  @Test
  void aHandshakeThatFailsEndsTheSession() {
    assertThatThrownBy(() -> dialogue().underTls().play("H: FAILS"))
        .hasRootCauseMessage("Not a handshake");
  }

  private Pop3Dialogue dialogue() {
    return Pop3Dialogue.with(hub);
  }
}
