package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;

/** Mail for people of the hub's own domain, whose first is its administrator. */
class LocalDeliveryIT extends DeployedHub {

  private static final String ADMIN = "admin@hub.test";
  private static final String STRANGER = "127.0.0.2";

  @Test
  void aStrangersMailIsFiled() throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      String id = RawSmtp.queueId(smtp.transaction("eve@away.test", Mails.simple("filed"), ADMIN));
      assertThat(MailLog.awaitLine("id=" + id, "to=<" + ADMIN + ">", "nexthop="))
          .contains(" delivered ", "stage=store", "status=2.1.5");
    }
  }

  @Test
  void aSubaddressAndThePostmasterAreTheSamePerson() throws IOException {
    for (String to : new String[] {"Admin+Reports@hub.test", "postmaster@hub.test"}) {
      String id = RawSmtp.deliver(SMTP_PORT, "eve@away.test", Mails.simple("filed"), to);
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<" + to + ">", "stage=store");
    }
  }

  @Test
  void whomNobodyHasIsRefusedAtRcpt() throws IOException {
    for (String client : new String[] {STRANGER, "127.0.0.1"}) {
      try (RawSmtp smtp = RawSmtp.connectFrom(client, SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<eve@away.test>", "250");
        smtp.command("RCPT TO:<nobody@hub.test>", "550 5.1.1");
        smtp.command("RCPT TO:<" + ADMIN + ">", "250");
      }
    }
  }

  @Test
  void whoAskedIsToldThatAnAliasOfSeveralWasExpanded() throws Exception {
    String alias = "several@hub.test";
    try (Site site = Site.open("expanded.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      String targets = "\"" + ADMIN + "\",\"" + site.address("bob") + "\"";
      DirectoryApi.ok(
          "POST", "aliases", "{\"address\":\"" + alias + "\",\"targets\":[" + targets + "]}");
      smtp.command("MAIL FROM:<" + site.address("ann") + ">", "250");
      smtp.command("RCPT TO:<" + alias + "> NOTIFY=SUCCESS,FAILURE", "250");
      String id = RawSmtp.queueId(smtp.data(Mails.simple("expanded")));
      assertThat(site.hop().awaitMailFor(site.address("bob")).rcpts().get(0))
          .contains("NOTIFY=FAILURE ORCPT=rfc822;" + alias);
      MailLog.awaitLine(" delivered ", "id=" + id, "stage=store");
      assertThat(site.hop().awaitMailFor(site.address("ann")).text())
          .contains("Action: expanded", "Final-Recipient: rfc822;" + alias);
      MailLog.awaitLine(" notified ", "about=" + id, "action=expanded");
    }
  }

  @Test
  void aReversePathOfThisDomainOpensNoListToStrangers() throws Exception {
    String list = "inside-only@hub.test";
    DirectoryApi.ok(
        "POST", "lists", "{\"address\":\"" + list + "\",\"members\":[\"" + ADMIN + "\"]}");
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + ADMIN + ">", "250");
      smtp.command("RCPT TO:<" + list + ">", "550 5.7.2");
    }
    String id = RawSmtp.deliver(SMTP_PORT, ADMIN, Mails.simple("inside"), list);
    MailLog.awaitLine(" delivered ", "id=" + id, "to=<" + list + ">");
    MailLog.awaitLine(" delivered ", "id=" + id, "to=<" + ADMIN + ">", "stage=store");
  }

  @Test
  void oneMailGoesBothWays() throws IOException {
    try (Site site = Site.open("both-ways.test")) {
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@hub.test", Mails.simple("both"), site.address("bob"), ADMIN);
      site.hop().awaitMailFor(site.address("bob"));
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<" + ADMIN + ">", "stage=store");
    }
  }
}
