package org.mailroom.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.Hub;
import org.mailroom.it.command.HubDatabase;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.FaultProxy;
import org.mailroom.it.peer.FaultProxy.Fault;
import org.mailroom.it.peer.ScriptedNextHop;

/**
 * A database that answers slowly, or says nothing any more (F14): mail is taken and relayed as
 * ever, and what needs the database takes no more than its consumers.
 */
class SlowDatabaseIT {

  private static final int PORT = PortRange.next();
  private static final int NEXT_HOP = PORT + 5;
  private static final int PROXY = PORT + 6;
  private static final String ADMIN = "admin@slow-database.test";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration P95 = Duration.ofSeconds(2);
  private static final int FOR_MAILBOXES = 20;
  private static final int FOR_OTHERS = 100;

  /** Of the server's pools, which come and go. */
  private static final int MORE_THREADS = 40;

  private int relayed;

  @Test
  void mailIsTakenAndRelayedAsEver() throws IOException {
    InetSocketAddress cluster =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), HubDatabase.cluster().port());
    String url = HubDatabase.cluster().newDatabase().replace(":" + cluster.getPort(), ":" + PROXY);
    try (FaultProxy proxy = new FaultProxy("127.0.0.1", PROXY, cluster);
        ScriptedNextHop hop = ScriptedNextHop.listen("127.0.0.1", NEXT_HOP);
        Hub hub = hub(url + "?socketTimeout=5")) {
      hub.start();
      Addressee admin = new Addressee(hub, ADMIN);
      relay(hub, hop);
      admin.hasOnce(admin.send(FOR_MAILBOXES));
      long threads = threads(hub);

      proxy.delay(Duration.ofMillis(100));
      List<String> slow = admin.send(FOR_MAILBOXES);
      relay(hub, hop);
      assertThat(threads(hub)).isLessThan(threads + MORE_THREADS);
      proxy.delay(Duration.ZERO);
      admin.hasOnce(slow);

      proxy.set(Fault.BLACK_HOLE);
      List<String> cutOff = admin.send(FOR_MAILBOXES);
      relay(hub, hop);
      await("a warning of the database").atMost(PATIENCE).until(() -> hub.warns("The database"));
      assertThat(threads(hub)).isLessThan(threads + MORE_THREADS);
      assertThat(hub.queuedRecipients()).hasSize(FOR_MAILBOXES);
      proxy.set(Fault.DROP);
      proxy.set(Fault.NONE);
      admin.hasOnce(cutOff);
      await("no warning").atMost(PATIENCE).until(() -> !hub.warns("The database"));
      assertThat(hop.mails()).as("relayed, and no report").hasSize(relayed);
    }
  }

  private static Hub hub(String url) throws IOException {
    return new Hub("slow-database", PORT).relayingTo(NEXT_HOP).with("DB_URL", url);
  }

  /** Mails for others, one after the other: each is taken quickly, all arrive. */
  private void relay(Hub hub, ScriptedNextHop hop) throws IOException {
    List<Long> nanos = new ArrayList<>();
    for (int i = 0; i < FOR_OTHERS; i++) {
      long begun = System.nanoTime();
      RawSmtp.deliver(hub.smtpPort(), "eve@away.test", Mails.simple("relayed"), "bob@away.test");
      nanos.add(System.nanoTime() - begun);
    }
    relayed += FOR_OTHERS;
    hop.awaitMails(relayed);
    Collections.sort(nanos);
    assertThat(Duration.ofNanos(nanos.get(FOR_OTHERS * 95 / 100))).isLessThan(P95);
  }

  private static long threads(Hub hub) throws IOException {
    Path tasks = Path.of("/proc", Long.toString(hub.process().orElseThrow().pid()), "task");
    try (Stream<Path> all = Files.list(tasks)) {
      return all.count();
    }
  }
}
