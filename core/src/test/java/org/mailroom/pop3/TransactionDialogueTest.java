package org.mailroom.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.session.FedInPieces;

/** What a user does with a maildrop: RFC 1939, 5 to 7. */
class TransactionDialogueTest {

  private static final String FIRST = "Subject: one\r\n\r\nab\r\n.cd\r\n..\r\n";
  private static final String SECOND = "Subject: two\r\n\r\nno line end";

  private final InMemoryMaildrops hub = new InMemoryMaildrops();

  @BeforeEach
  void twoMessages() {
    hub.messages.addAll(List.of(FIRST, SECOND));
  }

  @FedInPieces
  void listsMessagesByNumberSizeAndUniqueId(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playLoggedIn(
            """
            C: STAT
            S: +OK 2 56
            C: LIST
            S: +OK The list follows
            S: 1 29
            S: 2 27
            S: .
            C: list 2
            S: +OK 2 27
            C: UIDL
            S: +OK The list follows
            S: 1 7.41
            S: 2 7.42
            S: .
            C: UIDL 1
            S: +OK 1 7.41
            C: LIST 3
            S: -ERR No such message
            C: UIDL 0
            S: -ERR No such message
            C: QUIT
            S: +OK Bye
            """);
    assertThat(hub.messages).hasSize(2);
    assertThat(hub.open).isFalse();
  }

  @FedInPieces
  void aMessageComesWithItsDotsAndItsLastLineEnds(int piece) {
    dialogue()
        .inPiecesOf(piece)
        .playLoggedIn(
            """
            C: RETR 1
            S: +OK The message follows
            S: Subject: one
            S:
            S: ab
            S: ..cd
            S: ...
            S: .
            C: RETR 2
            S: +OK The message follows
            S: Subject: two
            S:
            S: no line end
            S: .
            C: RETR 3
            S: -ERR No such message
            """);
  }

  @Test
  void topGivesTheHeaderAndAsManyLinesOfTheBody() {
    dialogue()
        .playLoggedIn(
            """
            C: TOP 1 0
            S: +OK The message follows
            S: Subject: one
            S:
            S: .
            C: TOP 1 2
            S: +OK The message follows
            S: Subject: one
            S:
            S: ab
            S: ..cd
            S: .
            C: TOP 2 100
            S: +OK The message follows
            S: Subject: two
            S:
            S: no line end
            S: .
            C: TOP 1
            S: -ERR The argument is not of this command
            """);
  }

  @Test
  void whatIsDeletedIsNotListedAndGoesAtQuit() {
    dialogue()
        .playLoggedIn(
            """
            C: DELE 1
            S: +OK Deleted at QUIT
            C: STAT
            S: +OK 1 27
            C: LIST
            S: +OK The list follows
            S: 2 27
            S: .
            C: LIST 1
            S: -ERR No such message
            C: RETR 1
            S: -ERR No such message
            C: DELE 1
            S: -ERR No such message
            C: QUIT
            S: +OK Bye
            """);
    assertThat(hub.messages).containsExactly(SECOND);
  }

  @Test
  void rsetTakesDeletionsBack() {
    dialogue()
        .playLoggedIn(
            """
            C: DELE 1
            S: +OK Deleted at QUIT
            C: RSET
            S: +OK Done
            C: STAT
            S: +OK 2 56
            C: QUIT
            S: +OK Bye
            """);
    assertThat(hub.messages).hasSize(2);
  }

  @Test
  void whoGoesWithoutQuitHasDeletedNothing() {
    dialogue()
        .playLoggedIn(
            """
            C: DELE 1
            S: +OK Deleted at QUIT
            E: PEER
            """);
    assertThat(hub.messages).hasSize(2);
    assertThat(hub.open).isFalse();
  }

  @Test
  void aStopBetweenCommandsDeletesNothing() {
    dialogue()
        .playLoggedIn(
            """
            C: DELE 1
            S: +OK Deleted at QUIT
            E: STOP
            S: -ERR [SYS/TEMP] Closing down, try again later
            """);
    assertThat(hub.messages).hasSize(2);
  }

  @Test
  void anEndByOrderDeletesNothing() {
    dialogue()
        .playLoggedIn(
            """
            C: DELE 1
            S: +OK Deleted at QUIT
            E: ORDER
            S: -ERR [SYS/TEMP] An administrator has ended this session
            """);
    assertThat(hub.messages).hasSize(2);
  }

  @Test
  void aStoreThatDoesNotAnswerIsSaid() {
    hub.broken = true;
    dialogue()
        .playLoggedIn(
            """
            C: RETR 1
            S: -ERR [SYS/TEMP] The message can't be read now
            C: DELE 1
            S: +OK Deleted at QUIT
            C: QUIT
            S: -ERR [SYS/TEMP] Nothing could be deleted, try again later
            """);
    assertThat(hub.open).isFalse();
  }

  @Test
  void pipelinedCommandsAreAnsweredAtOnce() {
    dialogue()
        .playLoggedIn(
            """
            C: NOOP
            C: LIST 1
            C: UIDL 2
            C: QUIT
            S: +OK Done
            S: +OK 1 29
            S: +OK 2 7.42
            S: +OK Bye
            """);
  }

  @Test
  void whatIsNoCommandIsSaidAndEndsTheSessionInTheEnd() {
    hub.limits = TestLimits.SMALL;
    dialogue()
        .playLoggedIn(
            """
            C: HELO
            S: -ERR Command not recognized
            C: NOOP x
            S: -ERR This command has no argument
            C: DELE -1
            S: -ERR The argument is not of this command
            C: LIST 99999999999
            S: -ERR The argument is not of this command
            C: USER ann
            S: -ERR Logged in already
            C> NO\\0OP\\r\\n
            S: -ERR A line ends with CRLF and has no bare CR, bare LF or NUL
            C: NOOP xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
            S: -ERR Too many errors, closing
            """);
  }

  @Test
  void anIdleClientIsLoggedOutAndKeepsItsMail() {
    Pop3Dialogue played =
        dialogue()
            .playLoggedIn(
                """
                C: DELE 1
                S: +OK Deleted at QUIT
                E: LIMIT
                S: -ERR Timeout, closing
                """);
    assertThat(played.limit()).isEqualTo(Pop3Limits.DEFAULTS.idle());
    assertThat(hub.messages).hasSize(2);
  }

  private Pop3Dialogue dialogue() {
    return Pop3Dialogue.with(hub);
  }
}
