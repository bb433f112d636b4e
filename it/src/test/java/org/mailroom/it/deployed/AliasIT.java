package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.deployed.Mailboxes.Filed;
import org.mailroom.it.peer.RelayedMail;

/** Other names of people here and elsewhere. */
class AliasIT extends DeployedHub {

  private static final String EVE = "eve@away.test";

  @RegisterExtension final Added directory = new Added();

  @Test
  void anAliasOfOneIsThatPersonWithTheSendersReversePath() throws Exception {
    byte[] content = Mails.simple("to an alias");
    directory
        .domain("one-name.test")
        .account("ann@one-name.test")
        .alias("sales@one-name.test", "ann@one-name.test");
    RawSmtp.deliver(SMTP_PORT, EVE, content, "Sales+EU@one-name.test");
    Filed mail = Mailboxes.awaitOne("ann@one-name.test");
    assertThat(mail.mailbox()).isEqualTo("INBOX");
    assertThat(mail.trace())
        .isEqualTo("Return-Path: <eve@away.test>\r\nDelivered-To: ann@one-name.test\r\n");
    assertThat(mail.text())
        .startsWith("Received: ")
        .endsWith("\r\n" + new String(content, java.nio.charset.StandardCharsets.US_ASCII))
        .doesNotContain("Return-Path:", "Delivered-To:");
  }

  @Test
  void anAliasOfSeveralAndItsMembersGetOneCopyEach() throws Exception {
    try (Site site = Site.open("several-away.test")) {
      directory
          .domain("several.test")
          .account("ann@several.test")
          .account("bob@several.test")
          .alias("both@several.test", "ann@several.test", "Bob@several.test")
          .alias("all@several.test", "both@several.test", site.address("cid"), "ann@several.test");
      String id =
          RawSmtp.deliver(
              SMTP_PORT,
              EVE,
              Mails.simple("once"),
              "ann@several.test",
              "all@several.test",
              "both@several.test",
              "ANN@several.test",
              "bob@several.test");
      assertThat(site.hop().awaitMail().rcpts()).hasSize(1);
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<ann@several.test>", "stage=store");
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<bob@several.test>", "stage=store");
      assertThat(Mailboxes.of("ann@several.test")).hasSize(1);
      assertThat(Mailboxes.of("bob@several.test")).hasSize(1);
      assertThat(site.hop().mails()).hasSize(1);
    }
  }

  @Test
  void twoNamesOfOnePersonElsewhereAreOneRecipientThere() throws Exception {
    try (Site site = Site.open("two-names-away.test")) {
      directory
          .domain("two-names.test")
          .account("dan@two-names.test")
          .alias("one@two-names.test", site.address("cid"))
          .alias("two@two-names.test", site.address("cid"), "dan@two-names.test");
      RawSmtp.deliver(
          SMTP_PORT, EVE, Mails.simple("once"), "one@two-names.test", "two@two-names.test");
      Mailboxes.awaitOne("dan@two-names.test");
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.rcpts()).hasSize(1);
      assertThat(mail.isFor(site.address("cid"))).isTrue();
      assertThat(site.hop().mails()).hasSize(1);
    }
  }

  @Test
  void aLoopIsRefusedWhenItIsMade() throws Exception {
    directory
        .domain("circle.test")
        .account("ann@circle.test")
        .alias("b@circle.test", "ann@circle.test")
        .alias("a@circle.test", "b@circle.test")
        .list("l@circle.test", "anyone", "members", List.of("a@circle.test"));
    assertThat(Added.refused("aliases", "address", "c@circle.test", "targets", "C@Circle.test"))
        .contains("leads to itself");
    assertThat(Added.refused("aliases", "address", "c@circle.test", "targets", "d@circle.test"))
        .contains("there is nobody of this address");
    for (String target : List.of("a@circle.test", "l@circle.test", "b+x@circle.test")) {
      assertThat(Added.refusedChange("aliases", "b@circle.test", "targets", List.of(target)))
          .as(target)
          .contains("leads to itself");
    }
    RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("no loop"), "l@circle.test");
    Mailboxes.awaitOne("ann@circle.test");
  }
}
