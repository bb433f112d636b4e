package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.session.FedInPieces;

/** What is too much, too long or too slow. */
class LimitsDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();

  @BeforeEach
  void makeLimitsSmall() {
    hub.limitTo(TestLimits.SMALL);
  }

  @FedInPieces
  void aCommandLineIsAsLongAsTheLimitAndNotLonger(int piece) {
    String longest = "NOOP " + "x".repeat(64 - 2 - 5);
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            "C: "
                + longest
                + "\nS: 250 2.0.0 Ok\nC: "
                + longest
                + "x\nS: 500 5.5.2 Line too long\nC: NOOP "
                + "x".repeat(100_000)
                + "\nS: 500 5.5.2 Line too long\nC: NOOP\nS: 250 2.0.0 Ok\n");
  }

  @FedInPieces
  void aMailDeclaredTooLargeIsRefusedAtMail(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C: MAIL FROM:<a@corp.test> SIZE=1001
            S: 552 5.3.4 Mail too large
            C: MAIL FROM:<a@corp.test> SIZE=18446744073709551615
            S: 552 5.3.4 Mail too large
            C: MAIL FROM:<a@corp.test> SIZE=1000
            S: 250 2.1.0 Ok
            """);
  }

  @FedInPieces
  void aMailThatIsTooLargeIsRefusedAtItsEnd(int piece) {
    String line = "C: " + ".".repeat(48) + "\n";
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playContent("C:\n" + line.repeat(21) + "C: .\nS: 552 5.3.4 Mail too large\n");
    assertThat(hub.taken()).isEmpty();
    String exact = "C:\n" + line.repeat(20) + "C: " + "x".repeat(1000 - 2 - 20 * 49 - 2) + "\n";
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playContent(exact + "C: .\nS: 250 2.0.0 Ok: queued as *\n");
    assertThat(hub.taken().getFirst().contentOfClient()).hasSize(1000);
  }

  @FedInPieces
  void aLineOfTextIsAsLongAsTheLimitAndNotLonger(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playContent("C:\nC: " + "x".repeat(98) + "\nC: .\nS: 250 2.0.0 Ok: queued as *\n");
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playContent(
            "C:\nC: " + "x".repeat(99) + "\nC: .\nS: 550 5.6.0 Content with too long a line\n");
    assertThat(hub.taken()).hasSize(1);
  }

  @FedInPieces
  void recipientsAreLimited(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C: MAIL FROM:<a@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<b@hub.test>
            C: RCPT TO:<c@hub.test>
            C: RCPT TO:<d@hub.test>
            C: RCPT TO:<e@hub.test>
            C: RCPT TO:<f@hub.test>
            S: 250 2.1.5 Ok
            S: 250 2.1.5 Ok
            S: 250 2.1.5 Ok
            S: 452 4.5.3 Too many recipients
            S: 452 4.5.3 Too many recipients
            C: RCPT TO:<g@hub.test>
            S: 421 4.7.0 Too many refused recipients, closing
            """);
  }

  @FedInPieces
  void mailsOfAConnectionAreLimited(int piece) {
    String mail = "C: MAIL FROM:<a@corp.test>\nS: 250 2.1.0 Ok\nC: RSET\nS: 250 2.0.0 Ok\n";
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            mail.repeat(2)
                + "C: MAIL FROM:<a@corp.test>\n"
                + "S: 421 4.7.0 Enough mails for one connection, closing\n");
  }

  @FedInPieces
  void errorsAreAnsweredLateAndThenEndTheSession(int piece) {
    Dialogue dialogue =
        Dialogue.with(hub)
            .inPiecesOf(piece)
            .playGreeted(
                "C: WHAT\n".repeat(9)
                    + "S: 500 5.5.1 Command not recognized\n".repeat(4)
                    + "S: 421 4.7.0 Too many errors, closing\n");
    assertThat(dialogue.pauses()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void idleCommandsBecomeErrors() {
    Dialogue dialogue =
        Dialogue.with(hub)
            .playGreeted(
                """
                C: NOOP
                C: RSET
                C: VRFY ann
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 252 *
                C: NOOP
                C: NOOP
                C: NOOP
                C: NOOP
                C: NOOP
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 250 2.0.0 Ok
                S: 421 4.7.0 Too many errors, closing
                """);
    assertThat(dialogue.pauses()).hasSize(2);
  }

  @Test
  void unknownRecipientsAreAnsweredLate() {
    Dialogue dialogue =
        Dialogue.with(hub)
            .fromStranger()
            .playGreeted(
                """
                C: MAIL FROM:<a@corp.test>
                S: 250 2.1.0 Ok
                C: RCPT TO:<nobody@hub.test>
                C: RCPT TO:<nobody@hub.test>
                S: 550 5.1.1 No such user
                S: 550 5.1.1 No such user
                """);
    assertThat(dialogue.pauses()).containsExactly(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "LIMIT, 421 4.4.2 Timeout * closing",
    "STOP, 421 4.3.2 Closing down * try again later"
  })
  void aCommandThatDoesNotComeEndsTheSession(String ending, String reply) {
    String expected = "S: " + reply.replace(" * ", ", ") + "\n";
    Dialogue.with(hub).playGreeted("E: " + ending + "\n" + expected);
    Dialogue.with(hub)
        .playGreeted("C: MAIL FROM:<a@corp.test>\nS: 250 2.1.0 Ok\nE: " + ending + "\n" + expected);
    Dialogue.with(hub).playGreeted("C> NOO\nE: " + ending + "\n" + expected);
  }

  @Test
  void aCommandThatArrivesWithTheStopIsNotExecuted() {
    Dialogue.with(hub)
        .playGreeted(
            """
            E: STOP
            C: NOOP
            S: 421 4.3.2 Closing down, try again later
            """);
  }

  @Test
  void aContentThatDoesNotComeEndsTheSession() {
    Dialogue dialogue = Dialogue.with(hub).playContent("C: text\nE: LIMIT\nS: 421 4.4.2 *\n");
    assertThat(dialogue.limit()).isEqualTo(Duration.ofMinutes(5));
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void aSessionOfAStrangerIsLimitedAndOneOfATrustedClientIsNot() {
    String script =
        """
        T: PT29M59S
        C: NOOP
        S: 250 2.0.0 Ok
        T: PT1S
        C: NOOP
        S: 250 2.0.0 Ok
        """;
    Dialogue.with(hub).playGreeted(script);
    Dialogue stranger =
        Dialogue.with(hub)
            .fromStranger()
            .playGreeted(script + "S: 421 4.4.2 Session too long, closing\n");
    assertThat(stranger.limit()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void contentOfAStrangerHasToComeAtTheMinimumRate() {
    String aByteInAWhile =
        """
        T: PT29S
        C> x
        T: PT1S
        C> x
        """;
    Dialogue.with(hub).playContent(aByteInAWhile + "C> \\r\\n.\\r\\n\nS: 250 *\n");
    Dialogue slow =
        Dialogue.with(hub)
            .fromStranger()
            .playContent(
                """
                T: PT31S
                C> x
                S: 421 4.4.2 Too slow, closing
                """);
    assertThat(slow.limit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(hub.taken()).hasSize(1);
  }

  @Test
  void aStrangerAtTheMinimumRateIsHeardOut() {
    hub.limitTo(SmtpServerLimits.DEFAULTS);
    String sixSeconds = "T: PT6S\nC: " + "x".repeat(2998) + "\n";
    Dialogue.with(hub)
        .fromStranger()
        .playContent("C:\n" + sixSeconds.repeat(20) + "C: .\nS: 250 2.0.0 Ok: queued as *\n");
    Dialogue.with(hub)
        .fromStranger()
        .playContent(
            "C:\n"
                + sixSeconds.replace("PT6S", "PT9S").repeat(11)
                + "S: 421 4.4.2 Too slow, closing\n");
    assertThat(hub.taken()).hasSize(1);
  }
}
