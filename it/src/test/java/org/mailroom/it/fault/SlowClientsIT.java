package org.mailroom.it.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** Thousands of clients that say next to nothing, and a few that send mail: these are served. */
class SlowClientsIT {

  private static final int A_SECOND = 20;
  private static final int OF_AN_ADDRESS = 50;
  private static final Duration P99 = Duration.ofSeconds(2);

  @Test
  void twoThousandSlowClientsDelayNobody() throws Exception {
    slow("slow", 2_000, 10);
  }

  @Test
  @Tag("long")
  void tenThousandSlowClientsDelayNobody() throws Exception {
    slow("slower", 10_000, 30);
  }

  private static void slow(String name, int clients, int seconds) throws Exception {
    List<Socket> slow = new ArrayList<>();
    try (FaultSite site = FaultSite.of(name, 4_000);
        ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(A_SECOND, Thread.ofVirtual().factory())) {
      site.hub().start();
      for (int i = 0; i < clients; i++) {
        slow.add(client(i, site.hub().smtpPort()));
      }
      long begun = System.nanoTime();
      List<Future<Long>> mails = new ArrayList<>();
      for (int i = 0; i < seconds * A_SECOND; i++) {
        long due = begun + i * Duration.ofSeconds(1).toNanos() / A_SECOND;
        mails.add(
            clock.schedule(
                good(site.hub().smtpPort(), due), due - System.nanoTime(), TimeUnit.NANOSECONDS));
        if (i % A_SECOND == 0) {
          Future<?> unused =
              clock.schedule(() -> sayALittle(slow), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
      }
      List<Long> times = new ArrayList<>();
      for (Future<Long> mail : mails) {
        times.add(mail.get());
      }
      Collections.sort(times);
      Duration p99 = Duration.ofNanos(times.get(times.size() * 99 / 100));
      System.out.printf(
          "%d slow clients: a good mail takes %d ms, the slowest of 100 %d ms%n",
          clients, times.get(times.size() / 2) / 1_000_000, p99.toMillis());
      assertThat(p99).isLessThan(P99);
    } finally {
      for (Socket client : slow) {
        client.close();
      }
    }
  }

  /** From an address of its own for each fifty, none of them trusted. */
  private static Socket client(int number, int port) throws IOException {
    int address = 1 + number / OF_AN_ADDRESS;
    byte[] from = {127, 1, (byte) (address / 250), (byte) (1 + address % 250)};
    return new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByAddress(from), 0);
  }

  /** An octet of each of some clients: never enough for a command. */
  private static void sayALittle(List<Socket> slow) {
    for (int i = 0; i < slow.size(); i += 20) {
      try {
        slow.get(i).getOutputStream().write("E".getBytes(US_ASCII));
      } catch (IOException e) {
        // Its time was over.
      }
    }
  }

  /** Sends a mail that is due, from connect to the reply to the dot; nanoseconds from then. */
  private static Callable<Long> good(int port, long due) {
    return () -> {
      RawSmtp.deliver(port, "ann@sender.test", Mails.simple("good"), "bob@ledger.test");
      return System.nanoTime() - due;
    };
  }
}
