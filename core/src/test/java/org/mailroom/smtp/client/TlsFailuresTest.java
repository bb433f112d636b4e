package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mail.Domain;

/** Each demand of TLS and each way in which a server fails it, over real sockets. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class TlsFailuresTest {

  /** What the server does when it is asked for TLS. */
  enum Server {
    GOOD,
    NOT_OFFERED,
    REFUSED_454,
    GARBAGE,
    CUT_BEFORE,
    CUT_IN_HANDSHAKE,
    EXPIRED,
    SELF_SIGNED,
    OTHER_NAME
  }

  /** How the mail gets there, if it does. */
  enum Way {
    TLS,
    PLAIN,
    NONE
  }

  @TempDir static Path folder;
  private static TestKeys keys;
  private static SSLContext trusting;

  private final ServerSocket listening;
  private final List<Way> taken = new CopyOnWriteArrayList<>();

  TlsFailuresTest() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @BeforeAll
  static void makeCertificates() throws Exception {
    keys =
        new TestKeys(folder)
            .generate("ca", "-ext", "bc=ca:true")
            .generate("good", "-signer", "ca", "-ext", "san=dns:sink.test")
            .generate(
                "expired",
                "-signer",
                "ca",
                "-ext",
                "san=dns:sink.test",
                "-startdate",
                "-9d",
                "-validity",
                "7")
            .generate("other", "-signer", "ca", "-ext", "san=dns:else.test")
            .generate("self", "-ext", "san=dns:sink.test");
    trusting = keys.trusting("ca");
  }

  @AfterEach
  void stop() throws IOException {
    listening.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GOOD             | PLAIN | TLS   | TLS  | TLS
          NOT_OFFERED      | PLAIN | PLAIN | NONE | NONE
          REFUSED_454      | PLAIN | PLAIN | NONE | NONE
          GARBAGE          | PLAIN | PLAIN | NONE | NONE
          CUT_BEFORE       | PLAIN | PLAIN | NONE | NONE
          CUT_IN_HANDSHAKE | PLAIN | PLAIN | NONE | NONE
          EXPIRED          | PLAIN | TLS   | TLS  | NONE
          SELF_SIGNED      | PLAIN | TLS   | TLS  | NONE
          OTHER_NAME       | PLAIN | TLS   | TLS  | NONE
          """)
  void aMailGoes(Server server, Way never, Way ifOffered, Way required, Way verified)
      throws Exception {
    Thread.ofVirtual().start(() -> serve(server));

    assertThat(wayOf(StartTls.NEVER)).as("none").isEqualTo(never);
    assertThat(wayOf(StartTls.IF_OFFERED)).as("opportunistic").isEqualTo(ifOffered);
    assertThat(wayOf(StartTls.REQUIRED)).as("required").isEqualTo(required);
    assertThat(wayOf(StartTls.VERIFIED)).as("verified").isEqualTo(verified);
  }

  private Way wayOf(StartTls demand) throws Exception {
    taken.clear();
    InetSocketAddress address =
        new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    SmtpPeer peer = new SmtpPeer("sink.test", address, demand);
    SmtpClient client =
        new SmtpClient(
            new SocketConnector(trusting),
            Domain.of("hub.corp.test"),
            SmtpClientTimeouts.DEFAULTS,
            System::nanoTime);
    try (SmtpClientPool pool = new SmtpClientPool(client, System::nanoTime)) {
      SessionNotOpenedException refusal =
          catchThrowableOfType(
              SessionNotOpenedException.class,
              () -> pool.send(peer, fromAnnTo("bob@far.test"), content(TEXT)));
      if (refusal != null) {
        assertThat(taken).isEmpty();
        assertStage(refusal.report());
        return Way.NONE;
      }
    }
    assertThat(taken).hasSize(1);
    return taken.get(0);
  }

  private static void assertStage(Report report) {
    Stage stage =
        report instanceof Report.Refused refused
            ? refused.stage()
            : ((Report.NoAnswer) report).stage();
    assertThat(stage).isEqualTo(Stage.STARTTLS);
  }

  private void serve(Server server) {
    while (!listening.isClosed()) {
      try (Socket plain = listening.accept()) {
        converse(plain, server);
      } catch (IOException e) {
        // The client doesn't like what it sees: that is what the test is about.
      }
    }
  }

  private void converse(Socket socket, Server server) throws IOException {
    say(socket, "220 sink.test");
    BufferedReader in = reader(socket);
    boolean content = false;
    Socket current = socket;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (content) {
        content = !line.equals(".");
        if (!content) {
          taken.add(current == socket ? Way.PLAIN : Way.TLS);
          say(current, "250 Queued");
        }
      } else if (line.startsWith("EHLO")) {
        boolean offers = current == socket && server != Server.NOT_OFFERED;
        say(current, offers ? "250-sink.test\r\n250 STARTTLS" : "250 sink.test");
      } else if (line.equals("STARTTLS") && server == Server.REFUSED_454) {
        say(socket, "454 4.7.0 Not now");
      } else if (line.equals("STARTTLS")) {
        say(socket, "220 Ready");
        current = tls(socket, server);
        in = reader(current);
      } else {
        content = line.equals("DATA");
        say(current, content ? "354 Go on" : line.equals("QUIT") ? "221 Bye" : "250 Ok");
      }
    }
  }

  private static Socket tls(Socket plain, Server server) throws IOException {
    switch (server) {
      case CUT_BEFORE -> throw new IOException("cut");
      case CUT_IN_HANDSHAKE -> {
        plain.getInputStream().readNBytes(5);
        plain.getOutputStream().write(new byte[] {0x16, 3, 3, 0});
        throw new IOException("cut");
      }
      case GARBAGE -> {
        say(plain, "250 What is it that you say?");
        plain.getInputStream().readAllBytes();
        throw new IOException("garbage");
      }
      default -> {
        SSLSocket tls =
            (SSLSocket)
                context(aliasOf(server)).getSocketFactory().createSocket(plain, null, false);
        tls.setUseClientMode(false);
        tls.startHandshake();
        return tls;
      }
    }
  }

  private static String aliasOf(Server server) {
    return switch (server) {
      case EXPIRED -> "expired";
      case SELF_SIGNED -> "self";
      case OTHER_NAME -> "other";
      default -> "good";
    };
  }

  private static SSLContext context(String alias) throws IOException {
    try {
      return keys.serving(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
  }

  private static void say(Socket socket, String lines) throws IOException {
    socket.getOutputStream().write((lines + "\r\n").getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }
}
