package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.it.client.Corpus;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.RelayedMail;

/**
 * Real and strange messages, those of {@code it/src/test/corpus} and of the folder named by {@code
 * MAILROOM_CORPUS}: each goes through byte-exact, or is refused with a reply that says why.
 */
class CorpusIT extends DeployedHub {

  private static final String TRACE = "Received: [^\r\n]*(\r\n[ \t][^\r\n]*)*\r\n";

  private static Site site;
  private static int number;

  @BeforeAll
  static void openSite() throws IOException {
    site = Site.open("corpus.test");
  }

  @AfterAll
  static void closeSite() {
    site.close();
  }

  static Stream<Path> messages() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(Path.of("src/test/corpus")));
    String more = System.getProperty("mailroom.corpus");
    if (more != null) {
      folders.add(Path.of(more));
    }
    return Corpus.files(folders).stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void goesThroughByteExactOrIsRefused(Path file) throws IOException {
    byte[] content = Corpus.content(file);
    String recipient = site.address("n" + ++number);
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test> BODY=8BITMIME", "250");
      smtp.command("RCPT TO:<" + recipient + ">", "250");
      String reply = smtp.data(content);
      if (Corpus.mustBeRefused(content)) {
        assertThat(reply).startsWith("550 5.6.0");
        return;
      }
      assertThat(reply).startsWith("250");
    }
    RelayedMail mail = site.hop().awaitMailFor(recipient);
    byte[] octets = mail.content();
    int traceLength = octets.length - content.length;
    assertThat(Arrays.equals(octets, traceLength, octets.length, content, 0, content.length))
        .as("the octets behind the trace field")
        .isTrue();
    assertThat(new String(octets, 0, traceLength, US_ASCII)).matches(TRACE);
    assertThat(site.hop().violations()).isEmpty();
  }
}
