package org.mailroom.smtp.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.mail.Address;
import org.mailroom.sasl.KnownLogins;
import org.mailroom.session.FedInPieces;

/** AUTH (RFC 4954), and what a login opens. */
class AuthDialogueTest {

  private static final String RIGHT = base64("\0ann@hub.test\0secret");
  private static final String WRONG = base64("\0ann@hub.test\0guess");
  private static final String NOBODY = base64("\0nobody@hub.test\0guess");
  private static final String OK = "S: 235 2.7.0 Authentication succeeded\n";
  private static final String NO = "S: 535 5.7.8 Authentication credentials invalid\n";

  private final InMemoryReception hub = new InMemoryReception();
  private final KnownLogins logins = new KnownLogins(Duration.ofSeconds(4));

  AuthDialogueTest() {
    hub.letIn(logins);
  }

  @FedInPieces
  void plainWithAnInitialResponse(int piece) {
    Dialogue.with(hub).inPiecesOf(piece).playUnderTls("C: auth plain " + RIGHT + "\n" + OK);
  }

  @FedInPieces
  void plainWithoutAnInitialResponse(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playUnderTls("C: AUTH PLAIN\nS: 334 \nC: " + RIGHT + "\n" + OK);
  }

  @FedInPieces
  void loginAsksTwice(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playUnderTls(
            "C: AUTH LOGIN\nS: 334 "
                + base64("Username:")
                + ("\nC: " + base64("ann@hub.test"))
                + ("\nS: 334 " + base64("Password:"))
                + ("\nC: " + base64("secret") + "\n")
                + OK);
  }

  @Test
  void loginTakesTheUserAsInitialResponse() {
    play(
        "C: AUTH LOGIN "
            + base64("ann@hub.test")
            + ("\nS: 334 " + base64("Password:"))
            + ("\nC: " + base64("secret") + "\n")
            + OK);
  }

  @Test
  void scramFailsWithoutAWordAboutTheUser() {
    String proof = base64("c=biws,r=x,p=AAAA");
    play(
        "C: AUTH SCRAM-SHA-256 "
            + base64("n,,n=ann@hub.test,r=x")
            + "\nS: 334 *\nC: "
            + proof
            + "\nS: 501 5.5.2 Malformed authentication\n");
  }

  @FedInPieces
  void withoutTlsThereIsNoLoginAndNoneIsOffered(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted("C: AUTH PLAIN " + RIGHT + "\n" + "S: 538 5.7.11 *\n");
  }

  @Test
  void withoutUsersThereIsNoLogin() {
    Dialogue.with(new InMemoryReception())
        .playGreeted("C: AUTH PLAIN " + RIGHT + "\nS: 502 5.5.1 Command not implemented\n");
  }

  @Test
  void aMechanismThatIsNotKnownIsRefused() {
    play("C: AUTH CRAM-MD5\nS: 504 5.5.4 Authentication mechanism not recognized\n");
  }

  @Test
  void authHasAMechanism() {
    play("C: AUTH\nS: 501 5.5.4 Syntax: AUTH mechanism [initial-response]\n");
  }

  @FedInPieces
  void aClientMayGiveUp(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playUnderTls(
            """
            C: AUTH LOGIN
            S: 334 *
            C: *
            S: 501 5.7.0 Authentication cancelled
            C: NOOP
            S: 250 2.0.0 Ok
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "YQ", "a b", "YQ==YQ==", "\u00e9"})
  void aResponseIsInBase64(String response) {
    String refusal = "S: 501 5.5.2 *\n";
    play("C: AUTH PLAIN " + response + "\n" + refusal);
    play("C: AUTH PLAIN\nS: 334 \nC: " + response + "\n" + refusal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "AA==", "AAAA", "AAAAAA=="})
  void aResponseWithoutItsPartsIsRefused(String response) {
    play("C: AUTH PLAIN " + response + "\nS: 501 5.5.2 Malformed authentication\n");
  }

  @FedInPieces
  void aLineOfAuthMayBeLongAndNoOther(int piece) {
    String longest = "A".repeat(12_288 - 2 - "AUTH PLAIN ".length());
    String line = "A".repeat(12_288 - 2);
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playUnderTls(
            ("C: AUTH PLAIN " + longest + "\nS: 501 5.5.2 *\n")
                + ("C: AUTH PLAIN " + longest + "A\nS: 500 5.5.2 Line too long\n")
                + ("C: AUTH PLAIN\nS: 334 \nC: " + line + "\nS: 501 5.5.2 *\n")
                + ("C: AUTH PLAIN\nS: 334 \nC: " + line + "A\n")
                + "S: 500 5.5.6 Authentication exchange line is too long\n"
                + ("C: AUTX PLAIN " + "A".repeat(3000) + "\nS: 500 5.5.2 Line too long\n")
                + ("C: NOOP " + "A".repeat(3000) + "\nS: 500 5.5.2 Line too long\n")
                + "C: NOOP\nS: 250 2.0.0 Ok\n");
  }

  @FedInPieces
  void aResponseIsNeverACommand(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playUnderTls(
            """
            C: AUTH LOGIN
            S: 334 *
            C: QUIT
            S: 501 5.5.2 Malformed authentication
            C: AUTH LOGIN
            S: 334 *
            C: QUITQUIT
            S: 501 5.5.2 Malformed authentication
            C: AUTH LOGIN
            S: 334 *
            C> NOOP\\nNOOP\\r\\n
            S: 500 5.5.2 *
            S: 500 5.5.2 *
            C: NOOP
            S: 250 2.0.0 Ok
            """);
  }

  @Test
  void aUserLogsInOnceAndNotWithinAMail() {
    play(
        "C: AUTH PLAIN "
            + RIGHT
            + "\n"
            + OK
            + ("C: AUTH PLAIN " + RIGHT + "\nS: 503 5.5.1 Authenticated already\n"));
    play(
        "C: MAIL FROM:<a@b.test>\nS: 250 *\nC: AUTH PLAIN "
            + RIGHT
            + "\nS: 503 5.5.1 No authentication within a mail\n");
  }

  @Test
  void aUserAndNobodyAreAnsweredAlikeAndTheThirdFailureEndsTheSession() {
    Dialogue dialogue =
        Dialogue.with(hub)
            .playUnderTls(
                ("C: AUTH PLAIN " + WRONG + "\n" + NO)
                    + ("C: AUTH PLAIN " + NOBODY + "\n" + NO)
                    + ("C: AUTH PLAIN " + WRONG + "\n")
                    + "S: 421 4.7.0 Authentication failed too often, closing\n");
    assertThat(dialogue.pauses()).containsOnly(Duration.ofSeconds(4)).hasSize(3);
  }

  @Test
  void aLockedUserIsTold454() {
    logins.lock();
    play(
        "C: AUTH PLAIN "
            + RIGHT
            + "\nS: 454 4.7.0 Authentication failed too often, try again later\n");
  }

  @Test
  void aUserMaySendAnywhereAndOnlyInTheirOwnName() {
    Dialogue.with(hub)
        .fromStranger()
        .playUnderTls(
            ("C: AUTH PLAIN " + RIGHT + "\n" + OK)
                + """
                C: MAIL FROM:<boss@hub.test>
                S: 553 5.7.1 *
                C: MAIL FROM:<ann@hub.test>
                S: 250 2.1.0 Ok
                C: RCPT TO:<user@third.test>
                S: 250 2.1.5 Ok
                C: DATA
                S: 354 *
                C: .
                S: 250 2.0.0 Ok: queued as *
                T: PT31M
                C: MAIL FROM:<>
                S: 250 2.1.0 Ok
                """);
    assertThat(hub.taken().getFirst().protocol()).isEqualTo("ESMTPSA");
    assertThat(hub.taken().getFirst().user()).hasValue(Address.parse("ann@hub.test"));
  }

  @Test
  void whoAnotherServerSaysASenderIsMattersToNobody() {
    Dialogue.with(hub)
        .fromStranger()
        .playUnderTls(
            """
            C: MAIL FROM:<eve@evil.test> AUTH
            S: 501 5.5.4 A parameter has a wrong value
            C: MAIL FROM:<eve@evil.test> AUTH=ann@hub.test
            S: 250 2.1.0 Ok
            C: RCPT TO:<user@third.test>
            S: 550 5.7.1 Relaying denied
            C: RSET
            S: 250 2.0.0 Ok
            C: MAIL FROM:<eve@evil.test> AUTH=<>
            S: 250 2.1.0 Ok
            """);
  }

  @Test
  void aStrangerUnderTlsIsAStranger() {
    Dialogue.with(hub)
        .fromStranger()
        .playUnderTls(
            """
            C: MAIL FROM:<ann@hub.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<user@third.test>
            S: 550 5.7.1 Relaying denied
            """);
  }

  @Test
  void submissionWantsTlsThenALogin() {
    Dialogue.with(hub)
        .of(SmtpService.SUBMISSION)
        .playGreeted("C: MAIL FROM:<ann@hub.test>\nS: 530 5.7.0 Send STARTTLS first\n");
    Dialogue.with(hub)
        .of(SmtpService.SUBMISSION)
        .playUnderTls(
            "C: MAIL FROM:<ann@hub.test>\nS: 530 5.7.0 Authentication required\n"
                + ("C: AUTH PLAIN " + RIGHT + "\n" + OK)
                + "C: MAIL FROM:<ann@hub.test>\nS: 250 2.1.0 Ok\n");
  }

  @Test
  void aClientThatGoesAwayWithinAuthIsForgotten() {
    play("C: AUTH LOGIN\nS: 334 *\nE: PEER\n");
    play("C: AUTH LOGIN\nS: 334 *\nE: LIMIT\nS: 421 4.4.2 Timeout, closing\n");
  }

  private void play(String script) {
    Dialogue.with(hub).playUnderTls(script);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
