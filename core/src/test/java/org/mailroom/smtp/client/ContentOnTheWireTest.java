package org.mailroom.smtp.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.session;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.Unsuitable;

class ContentOnTheWireTest {

  static Stream<String> falseEndsOfData() {
    return Stream.of(
        "\n.\n",
        "\n.\r",
        "\r.\n",
        "\r.\r",
        "\n.\r\n",
        "\r.\r\n",
        "\r\n.\n",
        "\r\n.\r",
        "\r\n\0.\r\n",
        "\r\n.\0\r\n",
        "\r\n.\r\r\n",
        "\r\r\n.\r\r\n");
  }

  @ParameterizedTest
  @MethodSource("falseEndsOfData")
  void aFalseEndOfDataIsNeverSent(String sequence) throws Exception {
    ScriptedPeer peer = ScriptedPeer.offering(Feed.WHOLE, "PIPELINING");
    SmtpClientSession session = session(peer);
    String smuggled = "Subject: x\r\n\r\nText" + sequence + "MAIL FROM:<x@evil.test>\r\n";

    Report report = session.send(fromAnnTo("bob@far.test"), content(smuggled)).get(0).report();

    assertThat(((Unsuitable) report).status()).isEqualTo(EnhancedStatusCode.of("5.6.0"));
    assertThat(session.isReusable()).isTrue();
    peer.assertFinished();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | '.~'
          'a~'                | 'a~.~'
          'a'                 | 'a~.~'
          'a~b'               | 'a~b~.~'
          '.~'                | '..~.~'
          '.a~.b~..c~'        | '..a~..b~...c~.~'
          'a.~.~b~'           | 'a.~..~b~.~'
          '~.~'               | '~..~.~'
          '.'                 | '..~.~'
          """)
  void dotsAreDoubledAndTheLastLineCompleted(String content, String wire) throws Exception {
    assertThat(onTheWire(content.replace("~", "\r\n"))).isEqualTo(wire.replace("~", "\r\n"));
  }

  @Test
  void whateverTheContentAServerSeesItUnchangedOrNotAtAll() throws Exception {
    Random random = new Random(4);
    char[] alphabet = {'\r', '\n', '.', 'a', '\0', 'é'};
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(12);
      for (int i = 0; i < length; i++) {
        boolean pair = random.nextInt(3) == 0;
        text.append(pair ? "\r\n" : alphabet[random.nextInt(alphabet.length)]);
      }
      String content = text.toString();
      boolean clean =
          content.replace("\r\n", "").chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);

      ContentTraits traits = ContentTraits.of(content(content));

      assertThat(traits.sendable()).as("%s", content).isEqualTo(clean);
      if (clean) {
        boolean complete = content.isEmpty() || content.endsWith("\r\n");
        assertThat(readAsAServer(onTheWire(content)))
            .isEqualTo(complete ? content : content + "\r\n");
        assertThat(traits.size()).isEqualTo(content.length() + (complete ? 0 : 2));
      }
    }
  }

  @Test
  void largeContentLeavesInBlocks() throws Exception {
    String content = ("." + "x".repeat(78) + "\r\n").repeat(4_000);
    ScriptedPeer peer = takingAMail();

    session(peer).send(fromAnnTo("bob@far.test"), content(content));

    assertThat(peer.taken()).isEqualTo(content.replace(".x", "..x") + ".\r\n");
    assertThat(peer.writes())
        .as("EHLO, envelope, content")
        .hasSize(2 + 1 + peer.taken().length() / WireOutput.BUFFER);
  }

  private static String onTheWire(String content) throws Exception {
    ScriptedPeer peer = takingAMail();
    Report report = session(peer).send(fromAnnTo("bob@far.test"), content(content)).get(0).report();
    assertThat(report).isInstanceOf(Accepted.class);
    peer.assertFinished();
    return peer.taken();
  }

  private static ScriptedPeer takingAMail() {
    return ScriptedPeer.offering(Feed.WHOLE, "PIPELINING", "8BITMIME")
        .takesAnything()
        .says("250 Ok", "250 Ok", "354 Go on")
        .takesAnything()
        .says("250 Ok");
  }

  private static InMemoryContent content(String text) {
    return new InMemoryContent(text.getBytes(ISO_8859_1));
  }

  /** Ends at CRLF.CRLF only, and takes one dot from each line that begins with one. */
  private static String readAsAServer(String wire) {
    StringBuilder content = new StringBuilder();
    for (String line : wire.split("(?<=\r\n)", 0)) {
      assertThat(line).endsWith("\r\n");
      assertThat(line.substring(0, line.length() - 2)).doesNotContain("\r", "\n");
      if (line.equals(".\r\n")) {
        return content.toString();
      }
      content.append(line.startsWith(".") ? line.substring(1) : line);
    }
    throw new AssertionError("no end of data");
  }
}
