package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.IpLiteral;
import org.mailroom.session.ScriptedConnection;

/** Replies are written when the server has nothing more to read, all at once. */
class PipeliningTest {

  private final List<String> writes = new ArrayList<>();
  private final InMemoryReception hub = new InMemoryReception();

  @Test
  void aGroupOfCommandsIsAnsweredWithOneWrite() throws IOException {
    serve(
        "EHLO client.test\r\n",
        "MAIL FROM:<>\r\nRCPT TO:<a@hub.test>\r\nRCPT TO:<b@hub.test>\r\nDATA\r\n",
        "X: y\r\n",
        "\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<a@hub.test>\r\nDATA\r\n",
        ".\r\nQUIT\r\n");
    assertThat(writes).hasSize(5);
    assertThat(writes.get(2))
        .isEqualTo("250 2.1.0 Ok|250 2.1.5 Ok|250 2.1.5 Ok|354 End data with <CR><LF>.<CR><LF>|");
    assertThat(writes.get(3)).startsWith("250 2.0.0 Ok: queued as ").contains("|354 ");
    assertThat(writes.get(4)).endsWith("|221 2.0.0 Bye|");
  }

  @Test
  void aCommandThatHasArrivedInPartDoesNotHoldRepliesBack() throws IOException {
    serve("NOOP\r\nNO", "OP\r\n");
    assertThat(writes)
        .containsExactly("220 hub.test ESMTP Mailroom|", "250 2.0.0 Ok|", "250 2.0.0 Ok|");
  }

  private void serve(String... pieces) throws IOException {
    Deque<String> left = new ArrayDeque<>(List.of(pieces));
    ScriptedConnection.Client client =
        (said, connection) ->
            left.isEmpty() ? new byte[0] : left.poll().getBytes(StandardCharsets.US_ASCII);
    ScriptedConnection connection =
        new ScriptedConnection(
            client, new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 1), Integer.MAX_VALUE) {
          @Override
          public OutputStream output() {
            return new OutputStream() {
              @Override
              public void write(int octet) {
                writes.add(Character.toString(octet));
              }

              @Override
              public void write(byte[] octets, int offset, int length) {
                String text = new String(octets, offset, length, StandardCharsets.US_ASCII);
                writes.add(text.replace("\r\n", "|"));
              }
            };
          }
        };
    new SmtpServerSession(
            connection,
            new SessionServices(SmtpService.RELAY, hub, hub, Clock.systemUTC(), hub::limits))
        .run();
  }
}
