package org.mailroom.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.transport.ConnectionLimits;
import org.mailroom.transport.OpenSession;

/** A listener over real sockets. */
@Timeout(60)
class TcpListenerTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final LineHandler handler = new LineHandler();
  private final List<Socket> clients = new ArrayList<>();
  private TcpListener listener;

  @BeforeEach
  void open() throws IOException {
    listener = TcpListener.open("lines", loopback(0), handler, Optional.empty());
  }

  @AfterEach
  void close() throws IOException {
    handler.letWorkEnd();
    for (Socket client : clients) {
      client.close();
    }
    listener.stop(Duration.ofSeconds(5));
  }

  @Test
  void aConnectionIsServedUntilItsHandlerReturns() throws IOException {
    Socket client = connect();
    say(client, "eeq");
    assertThat(hear(client)).isEqualTo("+ee");
  }

  @Test
  void aPortThatIsTakenIsNotOpened() {
    assertThatExceptionOfType(BindException.class)
        .isThrownBy(
            () -> TcpListener.open("second", listener.address(), handler, Optional.empty()));
  }

  @Test
  void aConnectionAboveTheLimitsIsToldSoAndClosed() throws IOException {
    handler.limitTo(new ConnectionLimits(2, 2, 100, 0));
    Socket first = connect();
    assertThat(first.getInputStream().read()).isEqualTo('+');
    assertThat(connect().getInputStream().read()).isEqualTo('+');
    assertThat(hear(connect())).isEqualTo("-");

    say(first, "q");
    assertThat(hear(first)).isEmpty();
    first.close();
    await().until(() -> listener.connections() == 1);
    assertThat(connect().getInputStream().read()).isEqualTo('+');
  }

  @Test
  void aHandlerThatFailsCostsItsConnectionOnly() throws IOException {
    handler.limitTo(new ConnectionLimits(1, 1, 100, 0));
    Socket client = connect();
    say(client, "f");
    assertThat(hear(client)).isEqualTo("+");
    await().until(() -> listener.connections() == 0);
    assertThat(connect().getInputStream().read()).isEqualTo('+');
  }

  @Test
  void aPeerThatSaysNothingIsToldThatItsTimeIsOver() throws IOException {
    handler.limitTo(Duration.ofMillis(100));
    assertThat(hear(connect())).isEqualTo("+BY_LIMIT");
  }

  @Test
  void aPeerThatDoesNotReadIsCut() throws IOException {
    handler.limitTo(Duration.ofMillis(100));
    Socket client = connect();
    assertThat(client.getInputStream().read()).isEqualTo('+');
    say(client, "s");
    await().atMost(20, TimeUnit.SECONDS).until(() -> listener.connections() == 0);
  }

  @Test
  void aPeerThatStillSpeaksHearsTheLastReply() throws IOException {
    Socket client = connect();
    say(client, "eq" + "e".repeat(100_000));
    assertThat(hear(client)).isEqualTo("+e");
  }

  @Test
  void anIdleSessionIsEndedByOrder() throws IOException {
    Socket client = connect();
    Socket other = connect();
    say(client, "i");
    assertThat(client.getInputStream().read()).isEqualTo('+');
    assertThat(other.getInputStream().read()).isEqualTo('+');
    await().until(() -> listener.sessions().get(0).user().isPresent());
    assertThat(listener.sessions())
        .extracting(OpenSession::id)
        .containsExactly("lines-1", "lines-2");
    OpenSession session = listener.sessions().get(0);
    assertThat(session.user()).contains("ann@hub.test");
    assertThat(session.isProtected()).isFalse();
    assertThat(session.idleTime()).isLessThanOrEqualTo(session.age());

    session.end();
    assertThat(hear(client)).isEqualTo("BY_ORDER");
    await().until(() -> listener.connections() == 1);
    say(other, "q");
    assertThat(hear(other)).isEmpty();
  }

  @Test
  void aSessionThatWorksIsEndedByOrderWhenItHasDone() throws Exception {
    Socket client = connect();
    say(client, "w");
    handler.awaitWork();
    listener.sessions().get(0).end();
    handler.letWorkEnd();
    assertThat(hear(client)).isEqualTo("+wBY_ORDER");
  }

  @Test
  void aSessionWhosePeerDoesNotReadIsCutByOrder() throws IOException {
    Socket client = connect();
    assertThat(client.getInputStream().read()).isEqualTo('+');
    say(client, "s");
    listener.sessions().get(0).end();
    await().atMost(20, TimeUnit.SECONDS).until(() -> listener.connections() == 0);
  }

  @Test
  void stopEndsAnIdleConnectionAtOnce() throws IOException {
    Socket client = connect();
    assertThat(client.getInputStream().read()).isEqualTo('+');
    assertThat(listener.stop(LONG)).isZero();
    assertThat(hear(client)).isEqualTo("BY_STOP");
    assertThatExceptionOfType(IOException.class).isThrownBy(this::connect);
  }

  @Test
  void stopLetsWorkEndAndThenEndsTheConnection() throws Exception {
    Socket client = connect();
    say(client, "we");
    handler.awaitWork();
    CompletableFuture<Integer> cut = CompletableFuture.supplyAsync(() -> listener.stop(LONG));
    await().until(this::isPortClosed);
    assertThat(cut).isNotDone();

    handler.letWorkEnd();
    assertThat(cut.get()).isZero();
    assertThat(hear(client)).isEqualTo("+wBY_STOP");
  }

  @Test
  void stopCutsWhatStillWorksWhenTheGraceIsOver() throws Exception {
    Socket client = connect();
    say(client, "w");
    handler.awaitWork();
    CompletableFuture<Integer> cut =
        CompletableFuture.supplyAsync(() -> listener.stop(Duration.ofMillis(50)));
    assertThat(hear(client)).isEqualTo("+");
    handler.letWorkEnd();
    assertThat(cut.get()).isEqualTo(1);
    assertThat(listener.connections()).isZero();
  }

  private boolean isPortClosed() {
    try (Socket client = new Socket()) {
      client.connect(listener.address());
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private Socket connect() throws IOException {
    Socket client = new Socket();
    clients.add(client);
    client.connect(listener.address());
    client.setSoTimeout((int) LONG.toMillis());
    return client;
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String hear(Socket client) throws IOException {
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
