package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/**
 * Mail with the null reverse-path that fails: the postmaster, who reads mail elsewhere here, hears
 * of it once, then the log.
 */
class NobodyToTellIT extends DeployedHub {

  private static final String POSTMASTER = "postmaster@hub.test";
  private static final String READER = "postmaster@elsewhere.test";

  @BeforeAll
  static void thePostmasterReadsMailElsewhere() throws Exception {
    DirectoryApi.ok(
        "POST", "aliases", "{\"address\":\"" + POSTMASTER + "\",\"targets\":[\"" + READER + "\"]}");
  }

  @AfterAll
  static void andNoLongerDoes() throws Exception {
    DirectoryApi.ok("DELETE", "aliases/" + POSTMASTER, "");
  }

  @Test
  void thePostmasterIsToldOfADsnThatFails() throws IOException, MessagingException {
    try (Site own = Site.open("elsewhere.test");
        Site refusing = Site.open("refuses-dsns.test")) {
      refusing.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 nobody here"));
      String id =
          RawSmtp.deliver(
              SMTP_PORT,
              refusing.address("ann"),
              Mails.simple("two failures"),
              refusing.address("bob"));
      MailLog.awaitLine("notified", "about=" + id, "to=<ann@refuses-dsns.test>");

      RelayedMail report = own.hop().awaitMailFor(READER);
      assertThat(report.mail()).startsWith("FROM:<>");
      ParsedDsn dsn = ParsedDsn.of(report.content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;ann@refuses-dsns.test");
      assertThat(dsn.text()).contains("A mail without a sender", "没有发件人的邮件");
      assertThat(dsn.returned())
          .as("the header of the DSN that failed")
          .contains("From: \"Mail Delivery System\"", "To: <ann@refuses-dsns.test>");
    }
  }

  @Test
  void whatThePostmasterCannotBeToldIsInTheLogAndThatIsTheEnd() throws IOException {
    try (Site own = Site.open("elsewhere.test");
        Site refusing = Site.open("refuses-null.test")) {
      refusing.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 nobody here"));
      own.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no postmaster"));
      String id =
          RawSmtp.deliver(SMTP_PORT, "", Mails.simple("no sender"), refusing.address("bob"));

      String notified = MailLog.awaitLine("notified", "about=" + id, "to=<" + POSTMASTER + ">");
      String report = RawSmtp.queueId(notified.substring(notified.indexOf(" id=")));
      MailLog.awaitLine("untold", "id=" + report, "to=<" + READER + ">", "status=5.1.1");
      assertThat(MailLog.lines("about=" + report)).isEmpty();
      assertThat(own.hop().commands()).filteredOn(line -> line.contains("RCPT")).hasSize(1);
    }
  }
}
