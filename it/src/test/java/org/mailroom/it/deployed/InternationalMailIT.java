package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.report.ParsedDsn;

/**
 * Chinese addresses and header fields (RFC 6531 and 6532), to next hops that know them or don't.
 */
class InternationalMailIT extends DeployedHub {

  private static final byte[] CONTENT =
      Mails.lines("Subject: 你好", "From: 安 <安@寄件人.test>", "", "您好。");

  @Test
  void aNextHopThatKnowsSmtpUtf8GetsTheAddressesAsTheyAre() throws IOException {
    try (Site site = Site.open("例子.test")) {
      sends("安@寄件人.test", "用户@例子.test");
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.mail()).startsWith("FROM:<安@寄件人.test>").contains(" SMTPUTF8");
      assertThat(mail.isFor("用户@例子.test")).isTrue();
      assertThat(mail.contentAsSent()).isEqualTo(CONTENT);
      assertThat(mail.text().replaceAll("\\s+", " ")).contains("by hub.test with UTF8SMTP id ");
    }
  }

  @Test
  void aNextHopThatDoesNotGetsNothingAndTheSenderIsTold() throws IOException, MessagingException {
    try (Site senders = Site.open("寄件人.test");
        Site site = Site.open("老旧.test")) {
      site.hop().offering("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES");
      sends("安@寄件人.test", "用户@老旧.test");
      RelayedMail mail = senders.hop().awaitMail();
      assertThat(mail.isFor("安@寄件人.test")).isTrue();
      ParsedDsn dsn = ParsedDsn.of(mail.content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("5.6.7");
      assertThat(site.hop().mails()).isEmpty();
    }
  }

  @Test
  void aChineseDomainAloneGoesAsALabels() throws IOException {
    try (Site site = Site.open("邮局.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      site.hop().offering("PIPELINING", "8BITMIME");
      smtp.command("MAIL FROM:<ann@sender.test> SMTPUTF8", "250");
      smtp.command("RCPT TO:<bob@邮局.test>", "250");
      smtp.data(Mails.lines("Subject: plain", "", "plain"));
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.isFor("bob@" + java.net.IDN.toASCII("邮局.test"))).isTrue();
      assertThat(mail.mail()).doesNotContain("SMTPUTF8");
    }
  }

  private static void sends(String from, String to) throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + from + "> BODY=8BITMIME SMTPUTF8", "250");
      smtp.command("RCPT TO:<" + to + ">", "250");
      assertThat(smtp.data(CONTENT)).startsWith("250");
    }
  }
}
