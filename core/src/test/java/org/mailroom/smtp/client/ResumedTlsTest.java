package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A TLS session with a next hop is taken up by the next connection to it. */
@Timeout(60)
class ResumedTlsTest {

  private static final String HOST = "sink.test";

  @TempDir private Path folder;

  private SSLServerSocket listening;
  private SocketConnector connector;

  @BeforeEach
  void listen() throws Exception {
    TestKeys keys = new TestKeys(folder).generate("sink", "-ext", "san=dns:" + HOST);
    SSLContext serving = keys.serving("sink");
    listening =
        (SSLServerSocket)
            serving
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    connector = new SocketConnector(keys.trusting("sink"));
  }

  @AfterEach
  void close() throws IOException {
    listening.close();
  }

  @ParameterizedTest
  @CsvSource({"true, TLSv1.3", "true, TLSv1.2", "false, TLSv1.3", "false, TLSv1.2"})
  void byTheNextConnection(boolean verified, String version) throws IOException {
    listening.setEnabledProtocols(new String[] {version});
    Thread.ofVirtual().start(this::greet);
    SSLSession first = connect(verified);
    while (System.currentTimeMillis() == first.getCreationTime()) {
      Thread.onSpinWait();
    }
    SSLSession second = connect(verified);
    assertThat(second.getProtocol()).isEqualTo(version);
    assertThat(second.getCreationTime()).isEqualTo(first.getCreationTime());
  }

  /** What makes it resumable comes before the greeting. */
  private SSLSession connect(boolean verified) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort());
    SmtpConnection connection = connector.connect(address, Duration.ofSeconds(10));
    try {
      connection.startTls(HOST, verified);
      assertThat(connection.in().read()).isEqualTo('2');
      return connection.tls().orElseThrow();
    } finally {
      connection.close();
    }
  }

  private void greet() {
    while (!listening.isClosed()) {
      try (SSLSocket client = (SSLSocket) listening.accept()) {
        client.getOutputStream().write('2');
        client.getInputStream().read();
      } catch (IOException e) {
        // The test sees what it got.
      }
    }
  }
}
