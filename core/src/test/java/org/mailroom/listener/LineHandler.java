package org.mailroom.listener;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.mailroom.transport.Connection;
import org.mailroom.transport.ConnectionHandler;
import org.mailroom.transport.ConnectionLimits;

/**
 * A protocol of one letter a command, for tests. The server greets with {@code +}, and answers
 * {@code e} with itself, {@code q} by closing, {@code w} when the test lets it, {@code f} by
 * failing, {@code s} by saying more than a socket takes. Why it ends otherwise, it says: {@code
 * BY_LIMIT}, {@code BY_STOP}.
 */
final class LineHandler implements ConnectionHandler {

  private static final int MORE_THAN_A_SOCKET_TAKES = 64 << 20;

  private final Semaphore permits = new Semaphore(0);
  private final CountDownLatch working = new CountDownLatch(1);
  private volatile ConnectionLimits limits = new ConnectionLimits(100, 100, 100, 0);
  private volatile Duration patience = Duration.ofMinutes(5);
  private volatile boolean trusting = true;

  /** Waits until a {@code w} is being worked on. */
  void awaitWork() throws InterruptedException {
    working.await();
  }

  /** Lets a {@code w} end. */
  void letWorkEnd() {
    permits.release();
  }

  void limitTo(ConnectionLimits newLimits) {
    limits = newLimits;
    trusting = false;
  }

  void limitTo(Duration newPatience) {
    patience = newPatience;
  }

  @Override
  public void serve(Connection connection) throws IOException {
    InputStream in = connection.input();
    say(connection, "+");
    while (true) {
      connection.limit(patience);
      connection.idle();
      int command = in.read();
      if (!connection.busy() || command < 0) {
        say(connection, connection.ending().name());
        return;
      }
      switch (command) {
        case 'e' -> say(connection, "e");
        case 'i' -> connection.identify("ann@hub.test");
        case 'f' -> throw new IllegalStateException("told to fail");
        case 's' -> connection.output().write(new byte[MORE_THAN_A_SOCKET_TAKES]);
        case 'w' -> {
          working.countDown();
          connection.unlimited();
          permits.acquireUninterruptibly();
          say(connection, "w");
        }
        default -> {
          return;
        }
      }
    }
  }

  private static void say(Connection connection, String text) throws IOException {
    connection.output().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public ConnectionLimits limits() {
    return limits;
  }

  @Override
  public boolean isTrusted(InetAddress peer) {
    return trusting;
  }

  @Override
  public byte[] refusal() {
    return "-".getBytes(StandardCharsets.US_ASCII);
  }
}
