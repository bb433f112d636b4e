package org.mailroom.it.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.DnsStub;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.ScriptedNextHop;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/**
 * Two hubs of two companies, A and B. Each finds the other by DNS and is a stranger to it; behind
 * each stands a store that takes its own company's mail.
 */
class TwoHubsIT {

  private static final int SMTP = HubPorts.TWO_HUBS;
  private static final String HUB_A = "127.0.3.1";
  private static final String HUB_B = "127.0.3.2";
  private static final String STORE_A = "127.0.3.3";
  private static final String STORE_B = "127.0.3.4";

  private static DnsStub dnsOfA;
  private static DnsStub dnsOfB;
  private static ScriptedNextHop storeA;
  private static ScriptedNextHop storeB;
  private static Hub hubA;
  private static Hub hubB;

  @BeforeAll
  static void startHubs() throws IOException {
    storeA = ScriptedNextHop.listen(STORE_A, SMTP);
    storeB = ScriptedNextHop.listen(STORE_B, SMTP);
    dnsOfA = dns(STORE_A, HUB_B);
    dnsOfB = dns(HUB_A, STORE_B);
    hubA = hub("hub-a", "a.test", HUB_A, SMTP + 1, dnsOfA).start();
    hubB = hub("hub-b", "b.test", HUB_B, SMTP + 4, dnsOfB).start();
  }

  @AfterAll
  static void stopHubs() throws IOException {
    hubA.close();
    hubB.close();
    storeA.close();
    storeB.close();
    dnsOfA.close();
    dnsOfB.close();
  }

  private static DnsStub dns(String mxOfA, String mxOfB) throws IOException {
    return new DnsStub(0)
        .mx("a.test", 10, "mx.a.test")
        .address("mx.a.test", mxOfA)
        .mx("b.test", 10, "mx.b.test")
        .address("mx.b.test", mxOfB);
  }

  private static Hub hub(String name, String domain, String address, int otherPorts, DnsStub dns)
      throws IOException {
    return new Hub(name, SMTP)
        .with("HTTP_PORT", Integer.toString(otherPorts))
        .with("MANAGEMENT_PORT", Integer.toString(otherPorts + 1))
        .with("BIND", address)
        .with("RELAY_DOMAINS", domain)
        .with("TRUSTED_NETWORKS", "127.0.0.1/32")
        .with("DNS", "127.0.0.1:" + dns.port())
        .with("REMOTE_SMTP_PORT", Integer.toString(SMTP));
  }

  @Test
  void aMailFromAGoesThroughBothHubsToB() throws IOException {
    goesThrough(HUB_A, "ann@a.test", "bob@b.test", storeB, "hub-a.test", "hub-b.test");
  }

  @Test
  void aMailFromBGoesThroughBothHubsToA() throws IOException {
    goesThrough(HUB_B, "bob@b.test", "ann@a.test", storeA, "hub-b.test", "hub-a.test");
  }

  @Test
  void whatTheStoreOfBRefusesComesBackToAsUser() throws IOException, MessagingException {
    storeB.script().at(Stage.RCPT, "<nobody@", Action.reply("550 5.1.1 nobody"), 1);
    sendTo(HUB_A, "carol@a.test", "nobody@b.test");
    RelayedMail notice = storeA.awaitMailFor("carol@a.test");
    ParsedDsn dsn = ParsedDsn.of(notice.content());
    assertThat(dsn.field("Reporting-MTA")).hasValue("dns; hub-b.test");
    assertThat(dsn.field(0, "Status")).hasValue("5.1.1");
  }

  private static void goesThrough(
      String hub, String from, String to, ScriptedNextHop store, String first, String second)
      throws IOException {
    sendTo(hub, from, to);
    RelayedMail mail = store.awaitMailFor(to);
    assertThat(mail.text())
        .containsSubsequence("Received: from " + first, "by " + second, "Received:", "by " + first);
  }

  private static void sendTo(String hub, String from, String to) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectTo(hub, SMTP).ehlo()) {
      assertThat(smtp.transaction(from, Mails.simple("two hubs"), to)).startsWith("250");
    }
  }
}
