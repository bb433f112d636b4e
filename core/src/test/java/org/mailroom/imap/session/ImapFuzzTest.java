package org.mailroom.imap.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mailroom.imap.InMemoryMailboxes;
import org.mailroom.mail.IpLiteral;
import org.mailroom.session.ScriptedConnection;

/** Whatever a client that has logged in says, a session answers, ends, and has no fault. */
class ImapFuzzTest {

  private static final InetSocketAddress PEER =
      new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 40000);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-29T10:00:00Z"), ZoneOffset.UTC);

  private static final List<String> PIECES =
      List.of(
          "a ",
          "UID ",
          "FETCH ",
          "STORE ",
          "SEARCH ",
          "SORT ",
          "(SUBJECT REVERSE DATE) UTF-8 ALL",
          "UID THREAD REFERENCES UTF-8 ALL",
          "SELECT ",
          "EXAMINE ",
          "LIST ",
          "XLIST ",
          "LSUB ",
          "STATUS ",
          "APPEND ",
          "COPY ",
          "MOVE ",
          "EXPUNGE",
          "IDLE\r\nDONE\r\n",
          "CREATE ",
          "RENAME ",
          "DELETE ",
          "ENABLE ",
          "NOOP",
          "CLOSE",
          "GETQUOTAROOT ",
          "ID ",
          "INBOX ",
          "Trash ",
          "\"\" ",
          "* ",
          "% ",
          "1:* ",
          "1 ",
          "$ ",
          "2,1 ",
          "0 ",
          "4294967296 ",
          "(FLAGS) ",
          "BODY[] ",
          "BODY.PEEK[1.MIME]<0.9> ",
          "BINARY[1] ",
          "ENVELOPE ",
          "BODYSTRUCTURE ",
          "HEADER.FIELDS (",
          "(",
          ")",
          "[",
          "]",
          "\"",
          "\\",
          "{3}\r\nabc",
          "{3+}\r\nabc",
          "~{2+}\r\n\0x",
          "{99999999999999999999}\r\n",
          "{70000+}\r\n",
          "+FLAGS ",
          "-FLAGS.SILENT ",
          "(\\Seen) ",
          "$Junk ",
          "RETURN (SAVE) ",
          "OR ",
          "NOT ",
          "TEXT ",
          "SINCE 1-Feb-1994 ",
          "MODSEQ 3 ",
          "(CHANGEDSINCE 1 VANISHED) ",
          "(UNCHANGEDSINCE 2) ",
          "QRESYNC ",
          "(QRESYNC (7 1 1:9)) ",
          "IMAP4rev2 ",
          "UTF8=ACCEPT ",
          "UTF8 (~{2+}\r\n\0x)",
          "&ZeVnLIqe- ",
          "&& ",
          "日本 ",
          "\n",
          "\r",
          "\r\n");

  @Test
  void aSessionAnswersAnything() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      InMemoryMailboxes hub = new InMemoryMailboxes();
      hub.file("INBOX", "Subject: one\r\n\r\nfirst\r\n");
      hub.file(
          "INBOX", "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n");
      StringBuilder said = new StringBuilder();
      int[] turns = {0};
      ScriptedConnection connection =
          new ScriptedConnection(
              (heard, server) -> {
                said.append(heard);
                turns[0]++;
                return turns[0] > 60 ? new byte[0] : speech(turns[0], random);
              },
              PEER,
              1 + random.nextInt(2000));

      new ImapSession(connection, hub, false, CLOCK).run();

      said.append(connection.heard());
      assertThat(said.toString()).as("seed %d", seed).doesNotContain("SERVERBUG");
      assertThat(said.toString()).startsWith("* OK [CAPABILITY").endsWith("\r\n");
    }
  }

  private static byte[] speech(int turn, Random random) {
    StringBuilder text = new StringBuilder();
    if (turn == 1) {
      text.append("a LOGIN ann@hub.test secret\r\nb SELECT INBOX\r\n");
    } else {
      text.append("t").append(turn).append(' ');
      int count = 1 + random.nextInt(7);
      for (int i = 0; i < count; i++) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      text.append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
