package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.DnsStub;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.report.ParsedDsn;

/**
 * Two hubs, each of which holds the other for the way to a domain: the mail goes to and fro a
 * bounded number of times, and its sender hears of it once.
 */
class MutualRouteIT {

  private static final int SMTP = HubPorts.MUTUAL_ROUTE;
  private static final String HUB_A = "127.0.4.1";
  private static final String HUB_B = "127.0.4.2";
  private static final String STORE = "127.0.4.3";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long MOST_TRANSFERS = 100;

  @Test
  void aMailThatGoesToAndFroEndsInOneNotice() throws IOException, MessagingException {
    try (DnsStub dnsOfA = dns(HUB_B);
        DnsStub dnsOfB = dns(HUB_A);
        ScriptedNextHop store = ScriptedNextHop.listen(STORE, SMTP);
        Hub a = hub("mutual-a", HUB_A, SMTP + 1, dnsOfA).start();
        Hub b = hub("mutual-b", HUB_B, SMTP + 4, dnsOfB).start()) {
      try (RawSmtp smtp = RawSmtp.connectTo(HUB_A, SMTP).ehlo()) {
        assertThat(smtp.transaction("ann@senders.test", Mails.simple("loop"), "bob@nowhere.test"))
            .startsWith("250");
      }
      ParsedDsn dsn = ParsedDsn.of(store.awaitMailFor("ann@senders.test").content());
      assertThat(dsn.field(0, "Status")).hasValue("5.4.6");
      await("two empty queues").atMost(PATIENCE).until(() -> isEmpty(a) && isEmpty(b));
      assertThat(store.mails()).hasSize(1);
      assertThat(acceptances(a) + acceptances(b)).isBetween(3L, MOST_TRANSFERS);
    }
  }

  /** The API of a hub that isn't bound to 127.0.0.1 is asked by the command. */
  private static boolean isEmpty(Hub hub) throws IOException {
    return hub.status().contains("\"ready\":0,\"deferred\":0,");
  }

  private static long acceptances(Hub hub) throws IOException {
    try (Stream<String> lines = Files.lines(hub.data().resolve("logs/mail.log"))) {
      return lines.filter(line -> line.contains(" accepted ") && line.contains("nowhere")).count();
    }
  }

  private static DnsStub dns(String other) throws IOException {
    return new DnsStub(0)
        .mx("nowhere.test", 10, "mx.nowhere.test")
        .address("mx.nowhere.test", other)
        .mx("senders.test", 10, "mx.senders.test")
        .address("mx.senders.test", STORE);
  }

  private static Hub hub(String name, String address, int otherPorts, DnsStub dns)
      throws IOException {
    return new Hub(name, SMTP)
        .with("HTTP_PORT", Integer.toString(otherPorts))
        .with("MANAGEMENT_PORT", Integer.toString(otherPorts + 1))
        .with("BIND", address)
        .with("RELAY_DOMAINS", "nowhere.test,senders.test")
        .with("DNS", "127.0.0.1:" + dns.port())
        .with("REMOTE_SMTP_PORT", Integer.toString(SMTP));
  }
}
