package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.client.Stuffing;
import org.mailroom.it.peer.RelayedMail;

/**
 * Connections carry mail after mail, into the hub and out of it, and no mail sees another's
 * envelope.
 */
class SeveralMailsPerConnectionIT extends DeployedHub {

  @Test
  void threeTransactionsOnOneConnectionAreThreeMails() throws IOException {
    try (Site site = Site.open("several-in.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      for (String who : List.of("a", "b", "c")) {
        assertThat(smtp.transaction("ann@sender.test", Mails.simple(who), site.address(who)))
            .startsWith("250");
      }
      assertThat(site.hop().awaitMails(3))
          .flatExtracting(RelayedMail::rcpts)
          .hasSize(3)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatRsetForgotIsNotSent() throws IOException {
    try (Site site = Site.open("reset.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<forgotten@sender.test>", "250");
      smtp.command("RCPT TO:<forgotten@reset.test>", "250");
      smtp.command("RSET", "250");
      smtp.transaction("ann@sender.test", Mails.simple("kept"), site.address("kept"));
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.mail()).doesNotContain("forgotten");
      assertThat(mail.rcpts()).hasSize(1).first().asString().contains("<kept@reset.test>");
    }
  }

  @Test
  void aPipelinedTransactionIsAnsweredCommandByCommand() throws IOException {
    try (Site site = Site.open("pipelined.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.sendLines(
          "MAIL FROM:<ann@sender.test>",
          "RCPT TO:<bob@pipelined.test>",
          "RCPT TO:<not an address>",
          "DATA");
      smtp.expect("250");
      smtp.expect("250");
      smtp.expect("5");
      smtp.expect("354");
      smtp.send(Stuffing.stuffed(Mails.simple("pipelined"))).expect("250");
      assertThat(site.hop().awaitMail().rcpts()).hasSize(1);
    }
  }

  @Test
  void aSecondMailToTheSameHopGoesOverTheSameConnection() throws IOException {
    try (Site site = Site.open("several-out.test")) {
      for (int i = 1; i <= 5; i++) {
        RawSmtp.deliver(
            SMTP_PORT, "ann" + i + "@sender.test", Mails.simple("n"), site.address("n" + i));
        site.hop().awaitMails(i);
      }
      List<RelayedMail> mails = site.hop().mails();
      assertThat(mails).extracting(RelayedMail::connection).containsOnly(1);
      for (int i = 1; i <= 5; i++) {
        RelayedMail mail = mails.get(i - 1);
        assertThat(mail.mail()).startsWith("FROM:<ann" + i + "@sender.test>");
        assertThat(mail.rcpts()).hasSize(1).first().asString().contains("<n" + i + "@");
      }
    }
  }
}
