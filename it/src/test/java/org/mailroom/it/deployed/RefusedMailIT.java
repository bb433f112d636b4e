package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/** A next hop says no for good: the sender gets a DSN that says all there is to say. */
class RefusedMailIT extends DeployedHub {

  @Test
  void theDsnHasAllFields() throws IOException, MessagingException {
    try (Site senders = Site.open("dsn-senders.test");
        Site site = Site.open("refusing.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no bob here"));
      try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<ann@dsn-senders.test> ENVID=order-7", "250");
        smtp.command(
            "RCPT TO:<bob@refusing.test> NOTIFY=FAILURE ORCPT=rfc822;robert@refusing.test", "250");
        smtp.data(Mails.simple("refused"));
      }
      RelayedMail mail = senders.hop().awaitMail();
      assertThat(mail.mail()).startsWith("FROM:<>");
      assertThat(mail.isFor("ann@dsn-senders.test")).isTrue();
      ParsedDsn dsn = ParsedDsn.of(mail.content());
      assertThat(dsn.message().getHeader("Auto-Submitted", null)).startsWith("auto-replied");
      assertThat(dsn.message().getHeader("To", null)).contains("ann@dsn-senders.test");
      assertThat(dsn.message().getMessageID()).isNotNull();
      assertThat(dsn.message().getSentDate()).isNotNull();
      assertThat(dsn.field("Reporting-MTA")).hasValue("dns; hub.test");
      assertThat(dsn.field("Original-Envelope-Id")).hasValue("order-7");
      assertThat(dsn.field("Arrival-Date")).isPresent();
      assertThat(dsn.perRecipient()).hasSize(1);
      assertThat(dsn.field(0, "Original-Recipient")).hasValue("rfc822;robert@refusing.test");
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;bob@refusing.test");
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("5.1.1");
      assertThat(dsn.field(0, "Remote-MTA")).hasValue("dns; mx.refusing.test");
      assertThat(dsn.field(0, "Diagnostic-Code")).hasValue("smtp; 550 5.1.1 no bob here");
      assertThat(dsn.field(0, "Last-Attempt-Date")).isPresent();
      assertThat(dsn.text()).contains("bob@refusing.test", "550 5.1.1 no bob here");
      assertThat(
              dsn.text()
                  .codePoints()
                  .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN))
          .as("a part in Chinese")
          .isTrue();
      assertThat(dsn.returnedType()).startsWith("message/rfc822");
      assertThat(dsn.returned()).contains("Subject: refused").endsWith("Hello.\r\n");
    }
  }

  @Test
  void retHdrsReturnsTheHeaderOnly() throws IOException, MessagingException {
    try (Site senders = Site.open("hdrs-senders.test");
        Site site = Site.open("hdrs.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no"));
      try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<ann@hdrs-senders.test> RET=HDRS", "250");
        smtp.command("RCPT TO:<bob@hdrs.test>", "250");
        smtp.data(Mails.simple("header only"));
      }
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.returnedType()).startsWith("text/rfc822-headers");
      assertThat(dsn.returned()).contains("Subject: header only").doesNotContain("Hello.");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"MAIL", "DATA", "DOT"})
  void a5yzToTheMailIsReportedWithItsReply(Stage stage) throws IOException, MessagingException {
    String name = stage.name().toLowerCase(java.util.Locale.ROOT);
    try (Site senders = Site.open("refused-at-" + name + "-senders.test");
        Site site = Site.open("refused-at-" + name + ".test")) {
      site.hop().script().at(stage, Action.reply("554 5.7.1 not this one"));
      RawSmtp.deliver(
          SMTP_PORT, senders.address("ann"), Mails.simple("refused"), site.address("bob"));
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("5.7.1");
      assertThat(dsn.field(0, "Diagnostic-Code")).hasValue("smtp; 554 5.7.1 not this one");
      assertThat(site.hop().mails()).isEmpty();
    }
  }

  @Test
  void notifyNeverMeansSilence() throws IOException {
    try (Site senders = Site.open("never-senders.test");
        Site site = Site.open("never.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no"));
      String id;
      try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<ann@never-senders.test>", "250");
        smtp.command("RCPT TO:<bob@never.test> NOTIFY=NEVER", "250");
        id = RawSmtp.queueId(smtp.data(Mails.simple("never")));
      }
      MailLog.awaitLine("failed", "id=" + id);
      staysSilent(senders, id);
    }
  }

  @Test
  void aDsnIsNeverAnsweredByADsn() throws IOException {
    try (Site site = Site.open("no-dsn.test")) {
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no"));
      String id = RawSmtp.deliver(SMTP_PORT, "", Mails.simple("a DSN"), site.address("bob"));
      MailLog.awaitLine("failed", "id=" + id);
      MailLog.awaitLine("notified", "about=" + id);
      assertThat(MailLog.lines("notified", "about=" + id))
          .as("the postmaster's report")
          .singleElement()
          .asString()
          .contains(" to=<postmaster@hub.test>");
    }
  }

  @Test
  void successIsReportedWhenItWasAskedForAndTheNextHopDoesNot()
      throws IOException, MessagingException {
    try (Site senders = Site.open("success-senders.test");
        Site site = Site.open("success.test")) {
      site.hop().offering("PIPELINING", "8BITMIME", "ENHANCEDSTATUSCODES");
      try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<ann@success-senders.test>", "250");
        smtp.command("RCPT TO:<bob@success.test> NOTIFY=SUCCESS", "250");
        smtp.data(Mails.simple("success"));
      }
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("relayed");
      assertThat(dsn.field(0, "Status").map(status -> status.charAt(0)))
          .isEqualTo(Optional.of('2'));
    }
  }

  /**
   * A later mail of the same sender's domain has come: what should have come before would be there.
   */
  private static void staysSilent(Site senders, String id) throws IOException {
    RawSmtp.deliver(
        SMTP_PORT, "bob@elsewhere.test", Mails.simple("later"), senders.address("later"));
    senders.hop().awaitMailFor(senders.address("later"));
    assertThat(MailLog.lines("notified", "about=" + id)).isEmpty();
    assertThat(senders.hop().mails()).hasSize(1);
  }
}
