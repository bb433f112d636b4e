package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/** One recipient is fine, one is refused, one has to wait: each gets what is due, and no more. */
class SomeRecipientsIT extends DeployedHub {

  @Test
  void eachRecipientHasAnOutcomeOfItsOwn() throws IOException, MessagingException {
    try (Site senders = Site.open("some-senders.test");
        Site site = Site.open("some.test")) {
      site.hop()
          .script()
          .at(Stage.RCPT, "<gone@", Action.reply("550 5.1.1 gone"), Integer.MAX_VALUE)
          .at(Stage.RCPT, "<busy@", Action.reply("450 4.2.1 busy"), 1);
      RawSmtp.deliver(
          SMTP_PORT,
          senders.address("ann"),
          Mails.simple("some"),
          site.address("fine"),
          site.address("gone"),
          site.address("busy"));

      RelayedMail first = site.hop().awaitMails(2).get(0);
      RelayedMail second = site.hop().mails().get(1);
      assertThat(first.rcpts()).hasSize(1);
      assertThat(first.isFor("fine@some.test")).isTrue();
      assertThat(second.rcpts()).hasSize(1);
      assertThat(second.isFor("busy@some.test")).isTrue();

      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.perRecipient()).hasSize(1);
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;gone@some.test");
      assertThat(site.hop().commands())
          .as("nobody is asked twice but the one that was busy")
          .filteredOn(line -> line.contains("RCPT"))
          .hasSize(4);
    }
  }
}
