package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.deployed.Mailboxes.Filed;
import org.mailroom.it.report.ParsedDsn;

/** A list whose moderator, Mo, decides by mail. */
class ModeratedListIT extends DeployedHub {

  private static final String STRANGER = "127.0.0.2";

  @RegisterExtension final Added directory = new Added();

  @Test
  void onlyTheModeratorLetsAMailThroughAndItIsDistributedOnce() throws Exception {
    try (Site site = Site.open("approved-away.test")) {
      list("approved.test", site.address("cid"));

      String id = post("approved.test", "eve@away.test");
      Filed asked = Mailboxes.awaitOne("mo@approved.test");
      assertThat(asked.trace()).startsWith("Return-Path: <>\r\n");
      assertThat(asked.text())
          .contains(
              "Auto-Submitted: auto-generated",
              "Content-Type: message/rfc822",
              "Subject: for the list");
      String approve = replyTo(asked);
      assertThat(approve).startsWith("staff+approve-").endsWith("@approved.test");

      // From a stranger even the moderator's own reverse-path is not believed.
      for (String other : List.of("eve@away.test", "ann@approved.test", "", "mo@approved.test")) {
        assertThat(rcpt(other, approve)).as(other).startsWith("550 5.7.2");
      }
      assertThat(rcpt("mo@approved.test", approve.replace("@", "x@"))).startsWith("250");
      MailLog.awaitLine("deferred", "id=" + id, "stage=moderation", "status=4.7.2");
      MailLog.awaitLine("notified", "about=" + id, "to=<mo@approved.test>", "action=approval");
      assertThat(Mailboxes.of("ann@approved.test")).isEmpty();

      decide("Mo+lists@approved.test", approve);
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<staff@approved.test>", "Sent to the list");
      assertThat(Mailboxes.awaitOne("ann@approved.test").trace())
          .startsWith("Return-Path: <mo@approved.test>\r\n");
      assertThat(site.hop().awaitMail().isFor(site.address("cid"))).isTrue();

      decide("mo@approved.test", approve);
      decide("mo@approved.test", approve.replace("+approve-", "+reject-"));
      assertThat(Mailboxes.of("ann@approved.test")).hasSize(1);
      assertThat(Mailboxes.of("mo@approved.test")).as("asked once").hasSize(1);
      assertThat(site.hop().mails()).hasSize(1);
    }
  }

  @Test
  void whoseMailIsRejectedIsTold() throws Exception {
    try (Site senders = Site.open("rejected-senders.test")) {
      list("rejected.test", "ann@rejected.test");

      String id = post("rejected.test", senders.address("eve"));
      String approve = replyTo(Mailboxes.awaitOne("mo@rejected.test"));
      decide("mo@rejected.test", approve.replace("+approve-", "+reject-"));
      MailLog.awaitLine(" failed ", "id=" + id, "status=5.7.2", "A moderator refused the mail");
      decide("mo@rejected.test", approve);
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("5.7.2");
      assertThat(Mailboxes.of("ann@rejected.test")).isEmpty();
    }
  }

  @Test
  void whenNobodyDecidesTheSenderIsToldInTheEnd() throws Exception {
    try (Site senders = Site.open("undecided-senders.test")) {
      list("undecided.test", "ann@undecided.test");

      String id = post("undecided.test", senders.address("eve"));
      String approve = replyTo(Mailboxes.awaitOne("mo@undecided.test"));
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("4.4.7");
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;staff@undecided.test");
      MailLog.awaitLine(" failed ", "id=" + id, "status=4.4.7", "stage=moderation");

      decide("mo@undecided.test", approve);
      assertThat(Mailboxes.of("ann@undecided.test")).as("too late").isEmpty();
      assertThat(senders.hop().mails()).as("told once").hasSize(1);
    }
  }

  @Test
  void theModeratorsOwnMailWaitsForNobody() throws Exception {
    list("own.test", "ann@own.test");

    post("own.test", "mo@own.test");
    Mailboxes.awaitOne("ann@own.test");
    assertThat(Mailboxes.of("mo@own.test")).isEmpty();
  }

  @Test
  void aTokenThatNobodyGaveIsAnsweredByDsn() throws Exception {
    list("guess.test", "ann@guess.test");

    String id =
        RawSmtp.deliver(
            SMTP_PORT,
            "mo@guess.test",
            Mails.simple("a guess"),
            "staff+approve-abcdefghjkmn@guess.test");
    MailLog.awaitLine(" failed ", "id=" + id, "status=5.1.6");
    assertThat(ParsedDsn.of(Mailboxes.awaitOne("mo@guess.test").content()).field(0, "Status"))
        .hasValue("5.1.6");
  }

  private void list(String domain, String member) throws Exception {
    directory
        .domain(domain)
        .account("ann@" + domain)
        .account("mo@" + domain)
        .list(
            "staff@" + domain,
            "moderated",
            "members",
            List.of("ann@" + domain, member),
            "moderators",
            List.of("mo@" + domain),
            "owners",
            List.of("mo@" + domain));
  }

  private static String post(String domain, String from) throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + from + ">", "250");
      smtp.command("RCPT TO:<staff@" + domain + "> NOTIFY=FAILURE", "250");
      return RawSmtp.queueId(smtp.data(Mails.simple("for the list")));
    }
  }

  private static void decide(String from, String to) throws IOException {
    String id = RawSmtp.deliver(SMTP_PORT, from, Mails.simple("Re: a mail waits"), to);
    MailLog.awaitLine(" delivered ", "id=" + id, "stage=moderation", "Decided");
  }

  private static String rcpt(String from, String to) throws IOException {
    try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + from + ">", "250");
      return smtp.command("RCPT TO:<" + to + ">");
    }
  }

  private static String replyTo(Filed request) {
    return request.text().replaceAll("(?s).*\r\nReply-To: <([^>]*)>.*", "$1");
  }
}
