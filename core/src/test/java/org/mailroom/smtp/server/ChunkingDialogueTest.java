package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.session.FedInPieces;

/** Content in counted chunks (RFC 3030). */
class ChunkingDialogueTest {

  private static final String MAIL =
      """
      C: MAIL FROM:<ann@corp.test>
      S: 250 2.1.0 Ok
      C: RCPT TO:<bob@hub.test>
      S: 250 2.1.5 Ok
      """;
  private static final String EVIL = "MAIL FROM:<eve@corp.test>\\r\\n";

  private final InMemoryReception hub = new InMemoryReception();

  @FedInPieces
  void oneChunkIsAMail(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 9 LAST\\r\\nX: y\\r\\n.\\r\\n
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(content()).isEqualTo("X: y\r\n.\r\n");
  }

  @FedInPieces
  void severalChunksAreAMailWhereverTheyAreCut(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 5\\r\\nX: y\\rBDAT 0\\r\\nBDAT 2\\r\\n\\n.bdat 3 last\\r\\n\\r\\nz
            S: 250 2.0.0 5 octets received
            S: 250 2.0.0 0 octets received
            S: 250 2.0.0 2 octets received
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(content()).isEqualTo("X: y\r\n.\r\nz\r\n");
  }

  @FedInPieces
  void anEmptyLastChunkEndsAMail(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 3\\r\\na\\r\\n
            S: 250 2.0.0 3 octets received
            C: BDAT 0 LAST
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(content()).isEqualTo("a\r\n");
  }

  @FedInPieces
  void aMailIsPipelinedWhole(int piece) {
    play(
        piece,
        """
        C> MAIL FROM:<>\\r\\nRCPT TO:<bob@hub.test>\\r\\nBDAT 3 LAST\\r\\na\\r\\nQUIT\\r\\n
        S: 250 2.1.0 Ok
        S: 250 2.1.5 Ok
        S: 250 2.0.0 Ok: queued as *
        S: 221 2.0.0 Bye
        """);
    assertThat(hub.taken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " -1",
        " -1 LAST",
        " 9223372036854775808",
        " 18446744073709551616 LAST",
        " 99999999999",
        " 0x10",
        " 10 FIRST",
        " 10 LAST LAST",
        " LAST",
        " 1 0",
        " +5",
        " \u0665"
      })
  void aChunkWithoutANumberEndsTheSession(String argument) {
    Dialogue.with(hub)
        .playGreeted(
            MAIL
                + ("C> BDAT" + argument + "\\r\\n" + EVIL + "\n")
                + "S: 501 5.5.4 Syntax: BDAT octets [LAST]\n");
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void chunksWithoutAMailAreDroppedAndNeverExecuted(int piece) {
    play(
        piece,
        """
        C> BDAT 27 LAST\\r\\nMAIL FROM:<eve@corp.test>\\r\\nNOOP\\r\\n
        S: 503 5.5.1 Send MAIL first
        S: 250 2.0.0 Ok
        """);
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void chunksForRefusedRecipientsAreDropped(int piece) {
    Dialogue.with(hub)
        .fromStranger()
        .inPiecesOf(piece)
        .playGreeted(
            """
            C> MAIL FROM:<>\\r\\nRCPT TO:<a@far.test>\\r\\nBDAT 6\\r\\nNOOP\\r\\nBDAT 2 LAST\\r\\nx\\nNOOP\\r\\n
            S: 250 2.1.0 Ok
            S: 550 5.7.1 Relaying denied
            S: 554 5.5.1 No valid recipients
            S: 554 5.5.1 No valid recipients
            S: 250 2.0.0 Ok
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void aSecondLastChunkHasNoMail(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 3 LAST\\r\\na\\r\\nBDAT 3 LAST\\r\\nb\\r\\n
            S: 250 2.0.0 Ok: queued as *
            S: 503 5.5.1 Send MAIL first
            """);
    assertThat(content()).isEqualTo("a\r\n");
  }

  @FedInPieces
  void aChunkCutShortLeavesNothing(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 100 LAST\\r\\nX: y\\r\\n
            E: PEER
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void aChunkThatIsRefusedRefusesThoseBehindIt(int piece) {
    play(
        piece,
        MAIL
            + """
            C> BDAT 3\\r\\na\\nbBDAT 3\\r\\nc\\r\\nBDAT 3 LAST\\r\\nd\\r\\n
            S: 550 5.6.0 Content with a bare CR, bare LF or NUL
            S: 503 5.5.1 Send MAIL first
            S: 503 5.5.1 Send MAIL first
            """);
    play(
        piece,
        MAIL
            + """
            C> BDAT 2 LAST\\r\\na\\r
            S: 550 5.6.0 Content with a bare CR, bare LF or NUL
            C> NOOP\\r\\n
            S: 250 2.0.0 Ok
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @FedInPieces
  void aChunkThatIsTooLargeIsReadToItsEnd(int piece) {
    hub.limitTo(TestLimits.SMALL);
    play(
        piece,
        MAIL
            + ("C> BDAT 1202 LAST\\r\\n" + "\\r\\n" + "x".repeat(1200) + "NOOP\\r\\n\n")
            + """
            S: 550 5.6.0 Content with too long a line
            S: 250 2.0.0 Ok
            """);
    play(
        piece,
        MAIL
            + ("C> BDAT 1202 LAST\\r\\n" + "\\r\\n".repeat(601) + "NOOP\\r\\n\n")
            + """
            S: 552 5.3.4 Mail too large
            S: 250 2.0.0 Ok
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void behindTheFirstChunkThereAreChunksOnly() {
    play(
        Integer.MAX_VALUE,
        MAIL
            + """
            C> BDAT 3\\r\\na\\r\\n
            S: 250 2.0.0 3 octets received
            C: DATA
            S: 503 5.5.1 BDAT has begun already
            C: RCPT TO:<eve@hub.test>
            S: 503 5.5.1 BDAT has begun already
            C: MAIL FROM:<>
            S: 503 5.5.1 A mail has begun already
            C: NOOP
            S: 250 2.0.0 Ok
            C: RSET
            S: 250 2.0.0 Ok
            C: BDAT 0 LAST
            S: 503 5.5.1 Send MAIL first
            """);
    assertThat(hub.taken()).isEmpty();
  }

  private void play(int piece, String script) {
    Dialogue.with(hub).inPiecesOf(piece).playGreeted(script);
  }

  private String content() {
    assertThat(hub.taken()).hasSize(1);
    return hub.taken().getFirst().contentOfClient();
  }
}
