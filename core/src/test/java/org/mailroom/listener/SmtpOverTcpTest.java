package org.mailroom.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailroom.smtp.server.InMemoryReception;
import org.mailroom.smtp.server.ReceptionOutcome;
import org.mailroom.smtp.server.SmtpConnectionHandler;
import org.mailroom.smtp.server.SmtpService;
import org.mailroom.smtp.server.TestLimits;

/** SMTP sessions over real sockets: what needs time, threads and a network. */
@Timeout(60)
class SmtpOverTcpTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final String HELLO = "EHLO client.test\r\n";
  private static final String MAIL =
      "MAIL FROM:<ann@corp.test>\r\nRCPT TO:<bob@hub.test>\r\nDATA\r\n";

  private final InMemoryReception hub = new InMemoryReception();
  private final List<Client> clients = new ArrayList<>();
  private TcpListener listener;

  @BeforeEach
  void open() throws IOException {
    listener =
        TcpListener.open(
            "smtp",
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new SmtpConnectionHandler(SmtpService.RELAY, hub, Clock.systemUTC()),
            Optional.empty());
  }

  @AfterEach
  void close() throws IOException {
    for (Client client : clients) {
      client.socket.close();
    }
    listener.stop(Duration.ofSeconds(5));
  }

  @Test
  void aLargeMailComesThroughByteForByte() throws IOException {
    String line = "0123456789".repeat(7) + "\r\n";
    String content = "Subject: large\r\n\r\n" + line.repeat(100_000);
    Client client = inData();
    client.say(content + ".\r\nQUIT\r\n");
    client.hearUntil("221 ");
    assertThat(hub.taken().getFirst().contentOfClient()).isEqualTo(content);
  }

  @Test
  void aCommandThatComesTooSlowlyEndsTheSession() throws IOException {
    hub.limitTo(TestLimits.of(Duration.ofMillis(600), 100));
    Client client = new Client();
    client.hearUntil("220 ");
    CompletableFuture<String> end =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return client.hearUntil("421 ");
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    await().pollInterval(Duration.ofMillis(100)).until(() -> client.trickle("x") && end.isDone());
    assertThat(end.join()).isEqualTo("421 4.4.2 Timeout, closing");
  }

  @Test
  void aStopTellsIdleSessionsAndLetsAMailEnd() throws Exception {
    CountDownLatch receiving = new CountDownLatch(1);
    CountDownLatch decided = new CountDownLatch(1);
    hub.answer(
        mail -> {
          receiving.countDown();
          awaitUninterruptibly(decided);
          return new ReceptionOutcome.Accepted();
        });
    Client idle = new Client();
    idle.hearUntil("220 ");
    Client inData = inData();
    Client atTheEnd = inData();
    atTheEnd.say("one\r\n.\r\n");
    receiving.await();

    CompletableFuture<Integer> cut = CompletableFuture.supplyAsync(() -> listener.stop(LONG));
    assertThat(idle.hearUntil("421 ")).isEqualTo("421 4.3.2 Closing down, try again later");
    inData.say("two\r\n.\r\n");
    decided.countDown();
    for (Client client : List.of(atTheEnd, inData)) {
      assertThat(client.hearUntil("250 2.0.0 ")).startsWith("250 2.0.0 Ok: queued as ");
      assertThat(client.hearUntil("421 ")).isEqualTo("421 4.3.2 Closing down, try again later");
    }
    assertThat(cut.get()).isZero();
    assertThat(hub.taken()).hasSize(2);
  }

  @Test
  void aConnectionAboveTheLimitsIsTold421() throws IOException {
    hub.limitTo(TestLimits.of(LONG, 1));
    new Client().hearUntil("220 ");
    assertThat(new Client().hearUntil("421 "))
        .isEqualTo("421 4.3.2 Too many connections, try again later");
  }

  private Client inData() throws IOException {
    Client client = new Client();
    client.hearUntil("220 ");
    client.say(HELLO + MAIL);
    client.hearUntil("354 ");
    return client;
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The other end. */
  private final class Client {

    private final Socket socket = new Socket();
    private final BufferedReader in;

    Client() throws IOException {
      clients.add(this);
      socket.connect(listener.address());
      socket.setSoTimeout((int) LONG.toMillis());
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    }

    void say(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Says it if somebody listens; always true. */
    boolean trickle(String text) {
      try {
        say(text);
      } catch (IOException e) {
        // The server has gone.
      }
      return true;
    }

    String hearUntil(String beginning) throws IOException {
      String line = in.readLine();
      while (line != null && !line.startsWith(beginning)) {
        line = in.readLine();
      }
      return line;
    }
  }
}
