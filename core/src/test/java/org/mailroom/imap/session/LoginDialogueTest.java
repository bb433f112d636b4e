package org.mailroom.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.imap.Capability;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.imap.MailboxException;
import org.mailroom.session.FedInPieces;

/** How a user gets at mailboxes: RFC 9051, 6.1 and 6.2. */
class LoginDialogueTest {

  private final InMemoryMailboxes hub = new InMemoryMailboxes();

  @FedInPieces
  void capabilitiesSayWhatIsPossibleNow(int piece) {
    dialogue()
        .fromStranger()
        .offeringTls()
        .inPiecesOf(piece)
        .play(
            """
            S: * OK [CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE STARTTLS LOGINDISABLED] Mailroom is ready
            C: a LOGIN ann@hub.test secret
            S: a NO [PRIVACYREQUIRED] Begin TLS first, with STARTTLS
            C: b AUTHENTICATE PLAIN AGFubkBodWIudGVzdABzZWNyZXQ=
            S: b NO [PRIVACYREQUIRED] Begin TLS first, with STARTTLS
            C: c STARTTLS
            S: c OK Begin TLS now
            H: OK
            C: d CAPABILITY
            S: * CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE AUTH=PLAIN AUTH=SCRAM-SHA-256
            S: d OK Done
            C: e STARTTLS
            S: e BAD TLS has begun already, or there is none
            C: f LOGIN ann@hub.test secret
            S: f OK [CAPABILITY IMAP4rev1 IMAP4rev2 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE ~] Logged in
            E: PEER
            """);
  }

  @FedInPieces
  void nameAndPasswordMayBeLiterals(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a LOGIN {12}
            S: + OK
            C> ann@hub.test {6+}\\r\\nsecret\\r\\n
            S: a OK [CAPABILITY ~
            C: b LOGOUT
            S: * BYE Bye
            S: b OK Done
            """);
  }

  @Test
  void aLoginByPlainWithItsResponseAtOnceOrLater() {
    for (String script :
        new String[] {
          """
          C: a AUTHENTICATE PLAIN AGFubkBodWIudGVzdABzZWNyZXQ=
          """,
          """
          C: a AUTHENTICATE PLAIN
          S: + ~
          C: AGFubkBodWIudGVzdABzZWNyZXQ=
          """
        }) {
      dialogue()
          .play(
              "S: * OK [CAPABILITY ~\n"
                  + script
                  + """
                  S: a OK [CAPABILITY ~
                  E: PEER
                  """);
    }
  }

  @Test
  void aLoginThatIsGivenUpOrMakesNoSense() {
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a AUTHENTICATE PLAIN
            S: + ~
            C: *
            S: a BAD Authentication cancelled
            C: b AUTHENTICATE PLAIN !!!
            S: b BAD A response is in base64
            C: c AUTHENTICATE CRAM-MD5
            S: c NO [CANNOT] Mechanism not known here
            E: PEER
            """);
  }

  @Test
  void theThirdWrongPasswordEndsTheSession() {
    ImapDialogue dialogue =
        dialogue()
            .play(
                """
                S: * OK [CAPABILITY ~
                C: a LOGIN ann@hub.test wrong
                S: a NO [AUTHENTICATIONFAILED] Authentication failed
                C: b LOGIN bob@hub.test secret
                S: b NO [AUTHENTICATIONFAILED] Authentication failed
                C: c LOGIN ann@hub.test wrong
                S: * BYE Authentication failed too often
                S: c NO [AUTHENTICATIONFAILED] Authentication failed
                """);
    assertThat(dialogue.pauses()).hasSize(3).containsOnly(Duration.ofSeconds(2));
  }

  @Test
  void aLockedUserAndAStoreThatIsAwayAreSaid() {
    hub.knownLogins().lock();
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a LOGIN ann@hub.test secret
            S: a NO [UNAVAILABLE] Authentication failed too often, try again later
            E: PEER
            """);
    InMemoryMailboxes away = new InMemoryMailboxes();
    away.refuse(new MailboxException(MailboxException.Reason.UNAVAILABLE, "Try again later"));
    ImapDialogue.with(away)
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a LOGIN ann@hub.test secret
            S: a NO [UNAVAILABLE] Try again later
            C: b LIST "" *
            S: b BAD Log in first
            E: PEER
            """);
  }

  @Test
  void commandsThatAreNotOfTheState() {
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a SELECT INBOX
            S: a BAD Log in first
            C: b EXPUNGE
            S: b BAD Select a mailbox first
            C: c ID ("name" "a client")
            S: * ID ("name" "Mailroom")
            S: c OK Done
            C: d NOOP
            S: d OK Done
            C: e XYZZY
            S: * BYE Too many bad commands
            """);
  }

  @Test
  void aLiteralThatIsTooLargeIsNotAskedForAndOneOnItsWayIsPassedOver() {
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a LOGIN {5000}
            S: a BAD A literal is too large
            C> b LOGIN {5000+}\\r\\n%s {2+}\\r\\nxx\\r\\n
            S: b BAD A literal is too large
            C: c NOOP
            S: c OK Done
            E: PEER
            """
                .formatted("x".repeat(5000)));
  }

  @Test
  void littleIsPassedOverBeforeALogin() {
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C: a LOGIN {9000+}
            S: a BAD A literal is too large
            S: * BYE A literal is too large
            """);
  }

  @Test
  void linesThatAreNoneAreAnsweredAndNotExecuted() {
    dialogue()
        .play(
            """
            S: * OK [CAPABILITY ~
            C> a NOOP\\nb NOOP\\r\\n
            S: * BAD A line ends with CRLF and has no bare CR, bare LF or NUL
            S: * BAD A line ends with CRLF and has no bare CR, bare LF or NUL
            E: PEER
            """);
  }

  @Test
  void whoDoesNotLogInIsSentAway() {
    dialogue()
        .play(
            """
                S: * OK [CAPABILITY ~
                T: PT1M
                C: a NOOP
                S: a OK Done
                E: LIMIT
                S: * BYE Time is over
                """);
  }

  @ParameterizedTest
  @CsvSource({"STOP, Mailroom is stopping", "ORDER, An administrator has ended this session"})
  void aStopAndAnEndByOrderAreSaid(String ending, String said) {
    dialogue()
        .underTls()
        .play(
            """
            H: OK
            S: * OK [CAPABILITY ~
            C: a LOGIN ann@hub.test secret
            S: a OK [CAPABILITY ~
            E: %s
            S: * BYE %s
            """
                .formatted(ending, said));
  }

  @Test
  void whatIsWithheldFromAUserIsNotToldNorEnabled() {
    hub.withhold(Capability.of("condstore"), Capability.of("QRESYNC"), Capability.of("IMAP4rev2"));
    dialogue()
        .underTls()
        .play(
            """
            H: OK
            S: * OK [CAPABILITY ~
            C: a LOGIN ann@hub.test secret
            S: a OK [CAPABILITY IMAP4rev1 LITERAL+ SASL-IR ID ENABLE IDLE NAMESPACE ~
            C: b ENABLE QRESYNC
            S: * ENABLED
            S: b OK Done
            """);
  }

  private ImapDialogue dialogue() {
    return ImapDialogue.with(hub);
  }
}
