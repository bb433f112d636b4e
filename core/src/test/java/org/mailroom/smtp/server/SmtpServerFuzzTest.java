package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.Spool;
import org.mailroom.session.Octets;
import org.mailroom.session.ScriptedConnection;
import org.mailroom.session.SettableClock;

/** Conversations put together by chance: the same ones each time. */
class SmtpServerFuzzTest {

  private static final int ROUNDS = 2000;
  private static final String[] COMMANDS = {
    "EHLO a\\r\\n",
    "HELO a\\r\\n",
    "MAIL FROM:<>\\r\\n",
    "MAIL FROM:<eve@x.test> SIZE=5\\r\\n",
    "RCPT TO:<bob@hub.test>\\r\\n",
    "RCPT TO:<nobody@hub.test>\\r\\n",
    "DATA\\r\\n",
    "\\r\\n.\\r\\n",
    ".\\r\\n",
    "BDAT 3\\r\\n",
    "BDAT 0 LAST\\r\\n",
    "BDAT 7 LAST\\r\\n",
    "BDAT x\\r\\n",
    "RSET\\r\\n",
    "NOOP\\r\\n",
    "QUIT\\r\\n",
    "VRFY a\\r\\n",
    "abc",
    "\\r",
    "\\n",
    "\\0",
    ".",
    "\\xFF\\xFE",
    "\\xE4\\xBE\\x8B",
    "X: y\\r\\n",
    "Received: by hub.test\\r\\n",
    "<",
    ">",
    "\"",
    "\\\\",
    " ",
    ":",
    "=",
    "@",
    "\\e[2J",
    "MAIL",
    "RCPT TO:",
    "<a@b>",
    " NOTIFY=NEVER",
    " SMTPUTF8",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
  };
  private static final String[] CONTENT = {
    "MAIL FROM:<eve@x.test>\\r\\nRCPT TO:<bob@hub.test>\\r\\nDATA\\r\\n",
    "\\r",
    "\\n",
    ".",
    "\\0",
    "\\r\\n",
    "\\r\\n.",
    ".\\r\\n",
    "..",
    "text",
    "\\r\\n.\\r",
    "\\n.\\n",
    "\\xFF",
    "\\t",
    "\\x0B",
    "X: y\\r\\n"
  };
  private static final Pattern BARE = Pattern.compile("\r(?!\n)|(?<!\r)\n|\0", Pattern.DOTALL);
  private static final Pattern REPLIES = Pattern.compile("([2345]\\d\\d[ -][ -~]*\r\n)*");

  @TempDir private Path folder;
  private final InMemoryReception hub = new InMemoryReception();

  @RepeatedTest(5)
  void noConversationBreaksTheServer(RepetitionInfo seed) throws IOException {
    Random random = new Random(seed.getCurrentRepetition());
    hub.limitTo(TestLimits.SMALL);
    hub.spoolTo(new Spool(folder, 40));
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder script = new StringBuilder("EHLO a\\r\\n");
      for (int i = random.nextInt(40); i > 0; i--) {
        script.append(COMMANDS[random.nextInt(COMMANDS.length)]);
      }
      String said = converse(Octets.of(script.toString()), 1 + random.nextInt(30));
      assertThat(said).as(script.toString()).matches(REPLIES).doesNotContain("eve");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @RepeatedTest(5)
  void aContentIsStoredExactlyOrRefusedAndNothingIsSmuggled(RepetitionInfo seed)
      throws IOException {
    Random random = new Random(seed.getCurrentRepetition());
    for (int round = 0; round < ROUNDS; round++) {
      StringBuilder script = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        script.append(CONTENT[random.nextInt(CONTENT.length)]);
      }
      String content = latin1(Octets.of(script.toString())) + "\r\n";
      if (("\r\n" + content).contains("\r\n.\r\n")) {
        continue;
      }
      check(content, 1 + random.nextInt(30));
    }
  }

  private void check(String content, int piece) throws IOException {
    hub.taken().clear();
    String preamble = "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<bob@hub.test>\r\nDATA\r\n";
    String said =
        converse(
            piece,
            preamble.getBytes(StandardCharsets.ISO_8859_1),
            (content + ".\r\nQUIT\r\n").getBytes(StandardCharsets.ISO_8859_1));
    if (BARE.matcher(content).find()) {
      assertThat(said).as(content).contains("\r\n550 5.6.0 ").endsWith("221 2.0.0 Bye\r\n");
      assertThat(hub.taken()).isEmpty();
    } else {
      assertThat(said).as(content).contains("Ok: queued as").endsWith("221 2.0.0 Bye\r\n");
      assertThat(hub.taken()).hasSize(1);
      assertThat(hub.taken().getFirst().contentOfClient())
          .isEqualTo(("\r\n" + content).replace("\r\n.", "\r\n").substring(2));
    }
  }

  private String converse(byte[] octets, int piece) throws IOException {
    return converse(piece, octets);
  }

  private String converse(int piece, byte[]... speeches) throws IOException {
    StringBuilder said = new StringBuilder();
    int[] next = {0};
    ScriptedConnection connection =
        new ScriptedConnection(
            (text, server) -> {
              said.append(text);
              return next[0] < speeches.length ? speeches[next[0]++] : new byte[0];
            },
            new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 1),
            piece);
    new SmtpServerSession(
            connection,
            new SessionServices(SmtpService.RELAY, hub, hub, new SettableClock(), hub::limits))
        .run();
    return said.append(connection.heard()).toString();
  }

  private static String latin1(byte[] octets) {
    return new String(octets, StandardCharsets.ISO_8859_1);
  }
}
