package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.mail.Domain;
import org.mailroom.smtp.client.Report.Accepted;

/** In a thread of their own, since no interrupt ends a write that nobody reads. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SocketConnectorTest {

  @TempDir static Path folder;
  private static SSLContext serverTls;
  private static SSLContext trusting;

  private final ServerSocket listening;
  private final CountDownLatch contentFlows = new CountDownLatch(1);

  SocketConnectorTest() throws IOException {
    listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @BeforeAll
  static void makeACertificate() throws Exception {
    TestKeys keys = new TestKeys(folder).generate("sink", "-ext", "san=dns:sink.test");
    serverTls = keys.serving("sink");
    trusting = keys.trusting("sink");
  }

  @AfterEach
  void stop() throws IOException {
    listening.close();
  }

  @Test
  void aMailGoesOverTlsToACertificateOfAnyName() throws Exception {
    serve();
    SmtpClientSession session =
        client(SSLContext.getDefault()).open(peer("else.test", StartTls.REQUIRED));

    assertThat(session.send(fromAnnTo("bob@far.test"), content(TEXT)).get(0).report())
        .isInstanceOf(Accepted.class);
    session.quit();
  }

  @Test
  void aVerifiedCertificateIsTrustedAndNamesThePeer() throws Exception {
    serve();
    SmtpClientSession session = client(trusting).open(peer("sink.test", StartTls.VERIFIED));

    assertThat(session.send(fromAnnTo("bob@far.test"), content(TEXT)).get(0).report())
        .isInstanceOf(Accepted.class);
    session.quit();
  }

  @Test
  void aTrustedCertificateOfAnotherNameIsNoSession() throws Exception {
    serve();
    assertNoTls(trusting, "else.test");
  }

  @Test
  void aCertificateOfTheRightNameThatNobodyTrustsIsNoSession() throws Exception {
    serve();
    assertNoTls(SSLContext.getDefault(), "sink.test");
  }

  @Test
  void nobodyListeningIsNoAnswerToConnect() throws Exception {
    SmtpPeer peer = peer("sink.test", StartTls.NEVER);
    listening.close();

    assertThatThrownBy(() -> client(trusting).open(peer))
        .isInstanceOfSatisfying(
            SessionNotOpenedException.class,
            e -> assertThat(((Report.NoAnswer) e.report()).stage()).isEqualTo(Stage.CONNECT));
  }

  @Test
  void aPeerThatStopsReadingIsGivenUpFromAnotherThread() throws Exception {
    AtomicLong leap = new AtomicLong();
    Thread.ofVirtual().start(this::greetAndStopReading);
    SmtpClient client = client(trusting, () -> System.nanoTime() + leap.get());
    SmtpClientSession session = client.open(peer("sink.test", StartTls.NEVER));
    Thread sweeper = Thread.ofVirtual().start(() -> sweepOnceContentFlows(client, leap));

    String huge = ("x".repeat(78) + "\r\n").repeat(400_000);
    Report report = session.send(fromAnnTo("bob@far.test"), content(huge)).get(0).report();
    sweeper.interrupt();

    assertThat(((Report.NoAnswer) report).stage()).isEqualTo(Stage.DOT);
    assertThat(session.isReusable()).isFalse();
  }

  /** Not before: until then it would be a reply that runs out of time. */
  private void sweepOnceContentFlows(SmtpClient client, AtomicLong leap) {
    try {
      contentFlows.await();
      while (!Thread.currentThread().isInterrupted()) {
        leap.addAndGet(Duration.ofMinutes(4).toNanos());
        client.abortStalled();
        Thread.onSpinWait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void assertNoTls(SSLContext trust, String name) {
    SmtpPeer peer = peer(name, StartTls.VERIFIED);
    assertThatThrownBy(() -> client(trust).open(peer))
        .isInstanceOfSatisfying(
            SessionNotOpenedException.class,
            e -> assertThat(((Report.NoAnswer) e.report()).stage()).isEqualTo(Stage.STARTTLS));
  }

  private static SmtpClient client(SSLContext trust) throws Exception {
    return client(trust, System::nanoTime);
  }

  private static SmtpClient client(SSLContext trust, java.util.function.LongSupplier nanoTime)
      throws Exception {
    return new SmtpClient(
        new SocketConnector(trust),
        Domain.of("hub.corp.test"),
        SmtpClientTimeouts.DEFAULTS,
        nanoTime);
  }

  private SmtpPeer peer(String name, StartTls startTls) {
    return new SmtpPeer(
        name,
        new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()),
        startTls);
  }

  private void serve() {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket plain = listening.accept()) {
                say(plain, "220 sink.test");
                BufferedReader in = reader(plain);
                in.readLine();
                say(plain, "250-sink.test\r\n250 STARTTLS");
                in.readLine();
                say(plain, "220 Ready");
                SSLSocket tls =
                    (SSLSocket) serverTls.getSocketFactory().createSocket(plain, null, false);
                tls.setUseClientMode(false);
                converse(tls);
              } catch (IOException e) {
                // The client doesn't like the certificate: that is what some tests are about.
              }
            });
  }

  private static void converse(SSLSocket tls) throws IOException {
    BufferedReader in = reader(tls);
    boolean content = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (content) {
        content = !line.equals(".");
        if (!content) {
          say(tls, "250 Queued");
        }
      } else {
        content = line.equals("DATA");
        say(tls, content ? "354 Go on" : line.equals("QUIT") ? "221 Bye" : "250 Ok");
      }
    }
  }

  private void greetAndStopReading() {
    try {
      Socket peer = listening.accept();
      say(peer, "220 sink.test");
      BufferedReader in = reader(peer);
      in.readLine();
      say(peer, "250-sink.test\r\n250 PIPELINING");
      in.readLine();
      in.readLine();
      in.readLine();
      say(peer, "250 Ok\r\n250 Ok\r\n354 Go on");
      in.readLine();
      contentFlows.countDown();
    } catch (IOException e) {
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
