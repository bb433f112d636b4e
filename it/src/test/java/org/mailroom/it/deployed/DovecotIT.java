package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.command.PortRange;
import org.mailroom.it.peer.Dovecot;
import org.mailroom.it.report.ParsedDsn;

/** A domain whose mailboxes are in another store: Dovecot, by LMTP (RFC 2033). */
class DovecotIT extends DeployedHub {

  private static final int LMTP_PORT = PortRange.port(24);
  private static final String EVE = "eve@away.test";

  private static Dovecot dovecot;

  @RegisterExtension final Added directory = new Added();

  @BeforeAll
  static void start() throws IOException {
    dovecot =
        new Dovecot(LMTP_PORT)
            .user("ann@store.test")
            .user("bob@store.test")
            .user("cid@store.test")
            .user("dan@store.test")
            .userWithin("full@store.test", 100)
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    dovecot.close();
  }

  @Test
  void mailForTwoArrivesAsItWasSent() throws Exception {
    byte[] content =
        Mails.lines(
            "Subject: octets",
            "From: eve@away.test",
            "",
            ".",
            "..",
            "\u7528\u6237 \u00fc",
            "x".repeat(990),
            "",
            ".end");
    route();

    String id = RawSmtp.deliver(SMTP_PORT, EVE, content, "ann@store.test", "bob@store.test");
    for (String user : List.of("ann@store.test", "bob@store.test")) {
      byte[] stored = dovecot.awaitMail(user);
      assertThat(Arrays.copyOfRange(stored, stored.length - content.length, stored.length))
          .as(user)
          .isEqualTo(content);
      assertThat(new String(stored, ISO_8859_1))
          .startsWith("Return-Path: <" + EVE + ">\r\nReceived: from hub.test ");
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<" + user + ">", "nexthop=it-dovecot");
      assertThat(dovecot.mails(user)).hasSize(1);
    }
  }

  @Test
  void eachRecipientHasAReplyOfItsOwnAtRcptAndBehindTheDot() throws Exception {
    try (Site senders = Site.open("lmtp-senders.test")) {
      route();

      RawSmtp.deliver(
          SMTP_PORT,
          senders.address("eve"),
          Mails.ofSize(1000),
          "nobody@store.test",
          "full@store.test",
          "cid@store.test");
      dovecot.awaitMail("cid@store.test");
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.perRecipient()).hasSize(2);
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;nobody@store.test");
      assertThat(dsn.field(0, "Status")).hasValue("5.1.1");
      assertThat(dsn.field(1, "Final-Recipient")).hasValue("rfc822;full@store.test");
      assertThat(dsn.field(1, "Status")).hasValue("5.2.2");
      assertThat(dsn.field(1, "Diagnostic-Code").orElseThrow()).startsWith("smtp; 552 5.2.2 ");
      assertThat(dovecot.mails("cid@store.test")).hasSize(1);
      assertThat(dovecot.mails("full@store.test")).isEmpty();
    }
  }

  @Test
  void aStoreThatIsDownGetsItsMailWhenItIsUp() throws Exception {
    route();

    dovecot.stop();
    String id;
    try {
      id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("late"), "dan@store.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "stage=connect");
    } finally {
      dovecot.start();
    }
    dovecot.awaitMail("dan@store.test");
    MailLog.awaitLine(" delivered ", "id=" + id);
    assertThat(dovecot.mails("dan@store.test")).hasSize(1);
  }

  private void route() throws Exception {
    directory.route(
        "it-dovecot",
        "domains",
        "store.test",
        "host",
        "[127.0.0.1]:" + LMTP_PORT,
        "protocol",
        "lmtp");
  }
}
