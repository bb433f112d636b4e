package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.RelayedMail;

/** What came in whole goes out as one mail, whatever it looks like on the wire. */
class SmugglingOutIT extends DeployedHub {

  private static final byte[] CONTENT =
      Mails.lines(
          "Subject: dots",
          "",
          "outer",
          ".",
          "MAIL FROM:<admin@hub.test>",
          "RCPT TO:<victim@out.test>",
          "DATA",
          "..",
          "...",
          ".end",
          ".");

  @Test
  void dotsInChunkedContentAreStuffedOnTheWayOut() throws IOException {
    try (Site site = Site.open("out-bdat.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@sender.test>", "250");
      smtp.command("RCPT TO:<bob@out-bdat.test>", "250");
      smtp.send("BDAT " + CONTENT.length + " LAST\r\n").send(CONTENT).expect("250");
      isOneMail(site);
    }
  }

  @Test
  void stuffedDotsAreStuffedAgainOnTheWayOut() throws IOException {
    try (Site site = Site.open("out-data.test")) {
      RawSmtp.deliver(SMTP_PORT, "ann@sender.test", CONTENT, site.address("bob"));
      isOneMail(site);
    }
  }

  @Test
  void bareLineEndsInChunkedContentAreRefused() throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      for (String bare : new String[] {"a\nb\r\n", "a\rb\r\n", "a\0b\r\n"}) {
        smtp.command("MAIL FROM:<ann@sender.test>", "250");
        smtp.command("RCPT TO:<bob@out-bare.test>", "250");
        smtp.send("BDAT " + bare.length() + " LAST\r\n" + bare).expect("550 5.6.0");
        smtp.command("RSET", "250");
      }
    }
  }

  private static void isOneMail(Site site) {
    RelayedMail mail = site.hop().awaitMail();
    assertThat(mail.contentAsSent()).isEqualTo(CONTENT);
    assertThat(site.hop().mails()).hasSize(1);
    assertThat(site.hop().commands()).noneMatch(line -> line.contains("victim"));
    assertThat(site.hop().violations()).isEmpty();
  }
}
