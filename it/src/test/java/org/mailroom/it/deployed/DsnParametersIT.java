package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.RelayedMail;

/** What a sender wants to be told goes on to whoever can tell it (RFC 3461, 5.2). */
class DsnParametersIT extends DeployedHub {

  @Test
  void aNextHopThatKnowsDsnGetsEveryParameter() throws IOException {
    try (Site site = Site.open("dsn.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<ann@corp.test> RET=HDRS ENVID=QQ+2B1 SMTPUTF8", "250");
      smtp.command(
          "RCPT TO:<bob@dsn.test> NOTIFY=SUCCESS,DELAY ORCPT=utf-8;\\x{738B}@old.test", "250");
      smtp.command("RCPT TO:<王@dsn.test> NOTIFY=NEVER ORCPT=utf-8;王@old.test", "250");
      smtp.data(Mails.simple("parameters"));

      RelayedMail mail = site.hop().awaitMailFor("王@dsn.test");
      assertThat(mail.mail()).contains(" RET=HDRS", " ENVID=QQ+2B1", " SMTPUTF8");
      assertThat(mail.rcpts())
          .containsExactly(
              "TO:<bob@dsn.test> NOTIFY=SUCCESS,DELAY ORCPT=utf-8;王@old.test",
              "TO:<王@dsn.test> NOTIFY=NEVER ORCPT=utf-8;王@old.test");
    }
  }

  @Test
  void aNextHopThatDoesNotGetsTheSilentRecipientsFromNobody() throws IOException {
    try (Site site = Site.open("no-dsn.test");
        RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      site.hop().offering("PIPELINING", "8BITMIME");
      smtp.command("MAIL FROM:<ann@corp.test>", "250");
      smtp.command("RCPT TO:<loud@no-dsn.test>", "250");
      smtp.command("RCPT TO:<silent@no-dsn.test> NOTIFY=NEVER", "250");
      smtp.data(Mails.simple("parameters"));

      RelayedMail loud = site.hop().awaitMailFor("loud@no-dsn.test");
      RelayedMail silent = site.hop().awaitMailFor("silent@no-dsn.test");
      assertThat(loud.mail()).startsWith("FROM:<ann@corp.test>");
      assertThat(loud.rcpts()).hasSize(1);
      assertThat(silent.mail()).startsWith("FROM:<>");
      assertThat(silent.connection()).isEqualTo(loud.connection());
      assertThat(site.hop().violations()).isEmpty();
    }
  }
}
