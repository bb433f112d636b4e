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

/**
 * A next hop that can't for days, which are seconds here: a notice of the delay, then of the end.
 */
class GivenUpIT extends DeployedHub {

  @Test
  void theSenderHearsOfTheDelayOnceAndThenOfTheEnd() throws IOException, MessagingException {
    try (Site senders = Site.open("delayed-senders.test");
        Site site = Site.open("always-busy.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("450 4.2.1 mailbox busy"));
      RawSmtp.deliver(
          SMTP_PORT, senders.address("ann"), Mails.simple("delayed"), site.address("bob"));

      ParsedDsn delayed = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(delayed.field(0, "Action")).hasValue("delayed");
      assertThat(delayed.field(0, "Status")).hasValue("4.2.1");
      assertThat(delayed.field(0, "Diagnostic-Code")).hasValue("smtp; 450 4.2.1 mailbox busy");
      assertThat(delayed.field(0, "Will-Retry-Until")).isPresent();

      RelayedMail second = senders.hop().awaitMails(2).get(1);
      assertThat(second.mail()).startsWith("FROM:<>");
      ParsedDsn failed = ParsedDsn.of(second.content());
      assertThat(failed.field(0, "Action")).hasValue("failed");
      assertThat(failed.field(0, "Final-Recipient")).hasValue("rfc822;bob@always-busy.test");
      assertThat(failed.field(0, "Diagnostic-Code")).hasValue("smtp; 450 4.2.1 mailbox busy");
      assertThat(failed.field(0, "Status").orElseThrow()).matches("[45]\\.\\d+\\.\\d+");
      assertThat(failed.field(0, "Will-Retry-Until")).isEmpty();
    }
  }

  @Test
  void aHopThatNeverComesUpIsGivenUpToo() throws IOException, MessagingException {
    try (Site senders = Site.open("expired-senders.test");
        Site site = Site.closed("never-up.test")) {
      RawSmtp.deliver(
          SMTP_PORT, senders.address("ann"), Mails.simple("expired"), site.address("bob"));
      ParsedDsn failed = ParsedDsn.of(senders.hop().awaitMails(2).get(1).content());
      assertThat(failed.field(0, "Action")).hasValue("failed");
      assertThat(failed.field(0, "Last-Attempt-Date")).isPresent();
    }
  }

  @Test
  void bulkMailGetsNoNoticeOfADelay() throws IOException, MessagingException {
    try (Site senders = Site.open("bulk-senders.test");
        Site site = Site.open("bulk-busy.test")) {
      site.hop().script().at(Stage.MAIL, Action.reply("451 4.7.1 greylisted"));
      RawSmtp.deliver(
          SMTP_PORT,
          senders.address("ann"),
          Mails.withHeader("Subject: bulk", "Precedence: bulk"),
          site.address("bob"));
      ParsedDsn first = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(first.field(0, "Action")).hasValue("failed");
    }
  }
}
