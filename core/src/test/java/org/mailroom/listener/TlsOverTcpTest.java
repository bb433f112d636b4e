package org.mailroom.listener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.sasl.Credentials;
import org.mailroom.sasl.KnownLogins;
import org.mailroom.sasl.Mechanism;
import org.mailroom.sasl.SaslExchange;
import org.mailroom.smtp.client.TestKeys;
import org.mailroom.smtp.server.InMemoryReception;
import org.mailroom.smtp.server.SmtpConnectionHandler;
import org.mailroom.smtp.server.SmtpService;
import org.mailroom.smtp.server.TestLimits;
import org.mailroom.transport.ServerTls;

/** Sessions under TLS over sockets. */
@Timeout(60)
class TlsOverTcpTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir static Path folder;

  private static TestKeys keys;

  private final InMemoryReception hub = new InMemoryReception();
  private final List<Client> clients = new ArrayList<>();
  private ServerTls tls;
  private TcpListener listener;

  @BeforeAll
  static void makeCertificates() throws Exception {
    keys = new TestKeys(folder).generate("first").generate("second");
  }

  @BeforeEach
  void open() throws Exception {
    hub.letIn(new KnownLogins(Duration.ZERO));
    tls = new ServerTls(keys.serving("first"));
    listener = open(SmtpService.RELAY);
  }

  private TcpListener open(SmtpService service) throws IOException {
    return TcpListener.open(
        "smtp",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        new SmtpConnectionHandler(service, hub, Clock.systemUTC()),
        Optional.of(tls));
  }

  @AfterEach
  void close() throws IOException {
    for (Client client : clients) {
      client.plain.close();
    }
    listener.stop(Duration.ofSeconds(5));
  }

  @Test
  void aLargeMailComesThroughByteForByte() throws Exception {
    String content = "Subject: large\r\n\r\n" + ("0123456789".repeat(7) + "\r\n").repeat(20_000);
    Client client = underTls("first");
    client.say("EHLO client.test\r\nMAIL FROM:<a@corp.test>\r\nRCPT TO:<bob@hub.test>\r\nDATA\r\n");
    client.hearUntil("354 ");
    client.say(content + ".\r\nQUIT\r\n");
    assertThat(client.hearUntil("221 ")).isEqualTo("221 2.0.0 Bye");
    assertThat(client.hearUntil("nothing")).isNull();
    assertThat(hub.taken().getFirst().contentOfClient()).isEqualTo(content);
    assertThat(hub.taken().getFirst().protocol()).isEqualTo("ESMTPS");
  }

  @Test
  void bothVersionsAreSpokenAndTheNextSessionIsResumed() throws Exception {
    SSLContext trusting = keys.trusting("first");
    for (String version : List.of("TLSv1.3", "TLSv1.2")) {
      long first = sessionBegan(trusting, version);
      assertThat(sessionBegan(trusting, version)).as(version + " resumed").isEqualTo(first);
    }
  }

  private long sessionBegan(SSLContext trusting, String version) throws IOException {
    Client client = greeted();
    client.say("STARTTLS\r\n");
    client.hearUntil("220 2.0.0");
    SSLSocket socket = client.startTls(trusting, version);
    client.say("QUIT\r\n");
    client.hearUntil("221 ");
    assertThat(client.hearUntil("nothing")).isNull();
    assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    return socket.getSession().getCreationTime();
  }

  @Test
  void plainTextInPlaceOfAHandshakeIsNeverExecuted() throws IOException {
    Client client = greeted();
    client.say("STARTTLS\r\n");
    client.hearUntil("220 2.0.0");
    client.say("EHLO eve.test\r\nMAIL FROM:<eve@hub.test>\r\n");
    assertThat(client.hearUntil("250 ")).isNull();
  }

  @Test
  void aCommandInTheSameSegmentIsRefused() throws IOException {
    Client client = greeted();
    client.say("STARTTLS\r\nRSET\r\n");
    assertThat(client.hearUntil("5")).isEqualTo("554 5.5.0 Wait for the reply, closing");
    assertThat(client.hearUntil("250 ")).isNull();
  }

  @Test
  void aHandshakeThatDoesNotComeEndsTheConnection() throws IOException {
    hub.limitTo(TestLimits.withHandshake(Duration.ofMillis(300)));
    Client client = greeted();
    client.say("STARTTLS\r\n");
    client.hearUntil("220 2.0.0");
    assertThat(client.hearUntil("nothing")).isNull();
  }

  @Test
  void aSilentClientIsTold421UnderTls() throws Exception {
    hub.limitTo(TestLimits.of(Duration.ofMillis(300), 100));
    Client client = underTls("first");
    assertThat(client.hearUntil("421 ")).isEqualTo("421 4.4.2 Timeout, closing");
    assertThat(client.hearUntil("nothing")).isNull();
  }

  @Test
  void aStopTellsAnIdleSessionUnderTls() throws Exception {
    Client client = underTls("first");
    client.say("NOOP\r\n");
    client.hearUntil("250 ");
    CompletableFuture<Integer> cut = CompletableFuture.supplyAsync(() -> listener.stop(LONG));
    assertThat(client.hearUntil("421 ")).isEqualTo("421 4.3.2 Closing down, try again later");
    assertThat(cut.get()).isZero();
  }

  @Test
  void aNewCertificateIsForNewHandshakes() throws Exception {
    Client before = underTls("first");
    tls.replace(keys.serving("second"));
    before.say("NOOP\r\n");
    assertThat(before.hearUntil("250 ")).isEqualTo("250 2.0.0 Ok");
    Client after = underTls("second");
    X509Certificate shown =
        (X509Certificate) ((SSLSocket) after.socket).getSession().getPeerCertificates()[0];
    assertThat(shown.getSubjectX500Principal()).hasToString("CN=second");
  }

  @Test
  void submissionsShakesHandsBeforeItGreets() throws Exception {
    listener.stop(LONG);
    listener = open(SmtpService.SUBMISSIONS);
    Client client = new Client();
    client.startTls(keys.trusting("first"), "TLSv1.3");
    assertThat(client.hearUntil("220 ")).isEqualTo("220 hub.test ESMTP Mailroom");
    Client plain = new Client();
    plain.say("EHLO client.test\r\n");
    assertThat(plain.hearUntil("220 ")).isNull();
  }

  @Test
  void oldVersionsAreRefused() throws Exception {
    listener.stop(LONG);
    listener = open(SmtpService.SUBMISSIONS);
    Client client = new Client();
    byte[] suites = {0, 4, (byte) 0xC0, 0x13, (byte) 0xC0, 0x09, 1, 0};
    ByteBuffer hello = ByteBuffer.allocate(5 + 4 + 2 + 32 + 1 + suites.length);
    hello.put(new byte[] {0x16, 3, 1}).putShort((short) (hello.capacity() - 5));
    hello.put(new byte[] {1, 0}).putShort((short) (hello.capacity() - 9));
    hello.put(new byte[] {3, 2}).put(new byte[32]).put((byte) 0).put(suites);
    client.plain.getOutputStream().write(hello.array());
    byte[] alert = client.plain.getInputStream().readNBytes(7);
    assertThat(alert)
        .as("an alert about the version (RFC 8446, 6.2)")
        .startsWith(0x15)
        .endsWith(2, 70);
  }

  @Test
  void scramLogsIn() throws Exception {
    Client client = underTls("first");
    client.say("EHLO client.test\r\n");
    client.hearUntil("250 ");
    SaslExchange scram = Mechanism.SCRAM_SHA_256.begin(new Credentials("ann@hub.test", "secret"));
    client.say("AUTH SCRAM-SHA-256 " + base64(scram.initialResponse().orElseThrow()) + "\r\n");
    for (int i = 0; i < 2; i++) {
      byte[] challenge = Base64.getDecoder().decode(client.hearUntil("334 ").substring(4));
      client.say(base64(scram.respond(challenge)) + "\r\n");
    }
    assertThat(client.hearUntil("2")).isEqualTo("235 2.7.0 Authentication succeeded");
    scram.succeeded();
  }

  private static String base64(byte[] octets) {
    return Base64.getEncoder().encodeToString(octets);
  }

  private Client greeted() throws IOException {
    Client client = new Client();
    client.hearUntil("220 ");
    return client;
  }

  private Client underTls(String trusted) throws Exception {
    Client client = greeted();
    client.say("STARTTLS\r\n");
    client.hearUntil("220 2.0.0");
    client.startTls(keys.trusting(trusted), "TLSv1.3");
    return client;
  }

  /** The other end. */
  private final class Client {

    private final Socket plain = new Socket();
    private Socket socket = plain;
    private BufferedReader in;

    Client() throws IOException {
      clients.add(this);
      plain.connect(listener.address());
      plain.setSoTimeout((int) LONG.toMillis());
      in = reader();
    }

    private BufferedReader reader() throws IOException {
      return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    SSLSocket startTls(SSLContext context, String version) throws IOException {
      SSLSocket tlsSocket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(plain, "hub.test", listener.address().getPort(), true);
      tlsSocket.setEnabledProtocols(new String[] {version});
      tlsSocket.startHandshake();
      socket = tlsSocket;
      in = reader();
      return tlsSocket;
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** The line that begins so; null at an end, by a reset too. */
    String hearUntil(String beginning) throws IOException {
      try {
        String line = in.readLine();
        while (line != null && !line.startsWith(beginning)) {
          line = in.readLine();
        }
        return line;
      } catch (java.net.SocketException e) {
        return null;
      }
    }
  }
}
