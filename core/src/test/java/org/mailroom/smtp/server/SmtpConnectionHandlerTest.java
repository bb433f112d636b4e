package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.IpLiteral;
import org.mailroom.session.ScriptedConnection;
import org.mailroom.transport.ConnectionLimits;

/** What the handler of a listener says of connections, by how many there are. */
class SmtpConnectionHandlerTest {

  private static final InetSocketAddress PEER =
      new InetSocketAddress(IpLiteral.parse("192.0.2.1"), 40000);

  private final InMemoryReception hub = new InMemoryReception();
  private final SmtpConnectionHandler handler =
      new SmtpConnectionHandler(SmtpService.RELAY, hub, Clock.systemUTC());
  private final List<Duration> patience = new ArrayList<>();
  private final List<ConnectionLimits> limits = new ArrayList<>();

  @Test
  void whenThreeQuartersOfTheConnectionsAreInUseThereIsLessPatience() throws IOException {
    hub.limitTo(TestLimits.of(SmtpServerLimits.DEFAULTS.idle(), 4));
    serveAndMeanwhileServe(3);
    assertThat(patience)
        .as("how long a command is awaited, with one, two and three sessions")
        .containsExactly(Duration.ofSeconds(300), Duration.ofSeconds(300), Duration.ofSeconds(10));
    assertThat(limits).extracting(ConnectionLimits::perAddress).containsExactly(50, 50, 10);
    assertThat(limits).extracting(ConnectionLimits::perMinute).containsExactly(600, 600, 60);
    assertThat(handler.limits().perAddress()).as("afterwards").isEqualTo(50);
  }

  @Test
  void overloadMakesNoLimitLarger() {
    assertThat(TestLimits.SMALL.overloaded().connectionsPerAddress())
        .isEqualTo(TestLimits.SMALL.connectionsPerAddress());
    assertThat(TestLimits.SMALL.overloaded().refusedRecipients())
        .isEqualTo(TestLimits.SMALL.refusedRecipients());
  }

  /** Serves a connection, and while its client is awaited another one, and so on. */
  private void serveAndMeanwhileServe(int more) throws IOException {
    if (more > 0) {
      handler.serve(
          new ScriptedConnection(
              (said, connection) -> {
                patience.add(connection.limit());
                limits.add(handler.limits());
                try {
                  serveAndMeanwhileServe(more - 1);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
                return new byte[0];
              },
              PEER,
              Integer.MAX_VALUE));
    }
  }
}
