package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.RelayedMail;

/** A mail goes in and comes out: the same envelope, the same octets, one Received field more. */
class AcceptedAndRelayedIT extends DeployedHub {

  @Test
  void theMailArrivesByteExactBehindOneReceivedField() throws IOException {
    byte[] content = Mails.simple("relayed");
    try (Site site = Site.open("relayed.test")) {
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", content, site.address("bob"), site.address("eve"));
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.mail()).startsWith("FROM:<ann@sender.test>");
      assertThat(mail.rcpts()).hasSize(2);
      assertThat(mail.isFor("bob@relayed.test")).isTrue();
      assertThat(mail.isFor("eve@relayed.test")).isTrue();
      assertThat(mail.contentAsSent()).isEqualTo(content);
      assertThat(mail.text().replaceAll("\\s+", " "))
          .startsWith("Received: from client.test")
          .contains("by hub.test with ESMTP id " + id);
      assertThat(site.hop().violations()).isEmpty();
    }
  }

  @Test
  void theLogTellsOfTheAcceptanceAndOfEachRecipient() throws IOException {
    try (Site site = Site.open("logged.test")) {
      String id =
          RawSmtp.deliver(
              SMTP_PORT,
              "ann@sender.test",
              Mails.simple("logged"),
              site.address("bob"),
              site.address("eve"));
      MailLog.awaitLine("delivered", "id=" + id, "to=<bob@logged.test>", "attempt=1");
      MailLog.awaitLine("delivered", "id=" + id, "to=<eve@logged.test>", "attempt=1");
      assertThat(MailLog.lines(" accepted ", "id=" + id)).hasSize(1);
      assertThat(MailLog.lines(id)).hasSize(3);
    }
  }

  @Test
  void recipientsAtTwoDomainsGoToBoth() throws IOException {
    try (Site one = Site.open("one.test");
        Site two = Site.open("two.test")) {
      RawSmtp.deliver(
          SMTP_PORT,
          "ann@sender.test",
          Mails.simple("two domains"),
          one.address("bob"),
          two.address("eve"));
      assertThat(one.hop().awaitMail().rcpts()).hasSize(1);
      assertThat(two.hop().awaitMail().rcpts()).hasSize(1);
    }
  }

  @Test
  void anAddressLiteralIsReachedWithoutDns() throws IOException {
    String address = Site.newAddress();
    try (var hop = org.mailroom.it.peer.ScriptedNextHop.listen(address, NEXT_HOP_PORT)) {
      String literal = "bob@[" + address + "]";
      RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("literal"), literal);
      assertThat(hop.awaitMail().isFor(literal)).isTrue();
    }
  }

  @Test
  void dsnParametersAreHandedOnToANextHopThatKnowsThem() throws IOException {
    try (Site site = Site.open("parameters.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test> RET=HDRS ENVID=QQ+2B1 BODY=8BITMIME", "250");
      smtp.command(
          "RCPT TO:<bob@parameters.test> NOTIFY=FAILURE,DELAY ORCPT=rfc822;robert+40x.test", "250");
      smtp.data(Mails.simple("parameters"));
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.mail()).contains("RET=HDRS", "ENVID=QQ+2B1", "BODY=8BITMIME");
      assertThat(mail.rcpts().get(0))
          .contains("NOTIFY=FAILURE,DELAY")
          .containsIgnoringCase("ORCPT=rfc822;robert@x.test");
    }
  }
}
