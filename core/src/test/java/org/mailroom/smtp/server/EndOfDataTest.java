package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.session.FedInPieces;
import org.mailroom.session.Octets;

/** Only CRLF.CRLF ends a content; whatever looks like it to somebody else doesn't. */
class EndOfDataTest {

  private static final String SMUGGLED =
      "MAIL FROM:<eve@corp.test>\\r\\nRCPT TO:<bob@hub.test>\\r\\nDATA\\r\\nhidden\\r\\n.\\r\\n";

  private final InMemoryReception hub = new InMemoryReception();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\n.\\n",
        "\\n.\\r",
        "\\r.\\n",
        "\\r.\\r",
        "\\n.\\r\\n",
        "\\r.\\r\\n",
        "\\r\\n.\\n",
        "\\r\\n.\\r",
        "\\r\\n\\0.\\r\\n",
        "\\r\\n.\\0\\r\\n",
        "\\r\\n.\\r\\r\\n",
        "\\r\\r\\n.\\r\\r\\n"
      })
  void aFalseEndOfDataRefusesTheMailAtItsRealEnd(String falseEnd) {
    String script =
        "C> text"
            + falseEnd
            + SMUGGLED
            + """

            S: 550 5.6.0 Content with a bare CR, bare LF or NUL
            C: NOOP
            S: 250 2.0.0 Ok
            """;
    for (int piece = 1; piece < 12; piece++) {
      Dialogue.with(hub).inPiecesOf(piece).playContent(script);
    }
    Dialogue.with(hub).playContent(script);
    assertThat(hub.taken()).isEmpty();
  }

  /** The real end may come at once behind a false one, or be cut by the input anywhere. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\\r\\n.\\r\\r\\n.\\r\\n",
        "\\r\\n.\\n\\r\\n.\\r\\n",
        "\\n.\\n.\\r\\n\\r\\n.\\r\\n",
        "\\r\\r\\n.\\r\\n",
        "\\0\\r\\n.\\r\\n",
        "\\r\\0\\n\\r\\n.\\r\\n"
      })
  void theRealEndIsFoundBehindAFalseOne(String octets) {
    for (int piece = 1; piece < 12; piece++) {
      Dialogue.with(hub)
          .inPiecesOf(piece)
          .playContent(
              "C> x"
                  + octets
                  + """

                  S: 550 5.6.0 Content with a bare CR, bare LF or NUL
                  C: QUIT
                  S: 221 2.0.0 Bye
                  """);
    }
    assertThat(hub.taken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        ".\\r\\n|",
        "..\\r\\n.\\r\\n|.\\r\\n",
        "...\\r\\n.\\r\\n|..\\r\\n",
        ".x\\r\\n.\\r\\n|x\\r\\n",
        "x.\\r\\n.\\r\\n|x.\\r\\n",
        "\\r\\n.\\r\\n|\\r\\n",
        "\\r\\n..\\r\\n\\r\\n.\\r\\n|\\r\\n.\\r\\n\\r\\n",
        "..x\\r\\n..\\r\\n.y\\r\\n.\\r\\n|.x\\r\\n.\\r\\ny\\r\\n",
        "\\xFF\\x80\\x0B\\x0C\\t\\e\\r\\n.\\r\\n|\\xFF\\x80\\x0B\\x0C\\t\\e\\r\\n"
      },
      delimiter = '|')
  void dotsAreUnstuffedAndAllElseStays(String sent, String stored) {
    String expected =
        stored == null ? "" : new String(Octets.of(stored), StandardCharsets.ISO_8859_1);
    for (int piece = 1; piece < 12; piece++) {
      Dialogue.with(hub)
          .inPiecesOf(piece)
          .playContent("C> " + sent + "\nS: 250 2.0.0 Ok: queued as *\n");
    }
    Dialogue.with(hub).playContent("C> " + sent + "\nS: 250 2.0.0 Ok: queued as *\n");
    assertThat(hub.taken())
        .hasSize(12)
        .allSatisfy(mail -> assertThat(mail.contentOfClient()).isEqualTo(expected));
  }

  @FedInPieces
  void aClientThatGoesAwayInTheContentLeavesNothing(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playContent(
            """
            C> text\\r\\n.\\r
            E: PEER
            """);
    assertThat(hub.taken()).isEmpty();
  }
}
