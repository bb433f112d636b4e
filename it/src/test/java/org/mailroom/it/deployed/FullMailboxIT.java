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

/** A mailbox that has room for one mail. */
class FullMailboxIT extends DeployedHub {

  private static final String EVE = "eve@away.test";

  @RegisterExtension final Added directory = new Added();

  @Test
  void whatIsFullAlreadyIsSaidAtRcptByWhateverNameOfThePerson() throws Exception {
    directory
        .domain("full.test")
        .account("ann@full.test", "quota_messages", 1)
        .alias("sales@full.test", "ann@full.test");
    file("ann@full.test");
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + EVE + ">", "250");
      smtp.command("RCPT TO:<Ann@full.test>", "452 4.2.2");
      smtp.command("RCPT TO:<sales@full.test>", "452 4.2.2");
      smtp.command("RCPT TO:<ann+x@full.test>", "452 4.2.2");
      Added.change("accounts", "ann@full.test", "quota_messages", 2);
      smtp.command("RCPT TO:<Ann@full.test>", "250");
    }
  }

  @Test
  void whatDoesNotFitWaitsAndInTheEndItsSenderIsTold() throws Exception {
    directory
        .domain("stuffed.test")
        .account("ann@stuffed.test", "quota", "2KiB")
        .account("bob@stuffed.test")
        .account("sender@stuffed.test");
    String id;
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<sender@stuffed.test>", "250");
      smtp.command("RCPT TO:<ann@stuffed.test>", "250");
      smtp.command("RCPT TO:<bob@stuffed.test>", "250");
      id = RawSmtp.queueId(smtp.data(Mails.ofSize(4000)));
    }
    MailLog.awaitLine(" delivered ", "id=" + id, "to=<bob@stuffed.test>", "stage=store");
    MailLog.awaitLine(" deferred ", "id=" + id, "to=<ann@stuffed.test>", "status=4.2.2");

    List<Filed> told = Mailboxes.await("sender@stuffed.test", 2);
    ParsedDsn delayed = ParsedDsn.of(told.get(0).content());
    assertThat(delayed.field(0, "Action")).hasValue("delayed");
    assertThat(delayed.field(0, "Status")).hasValue("4.2.2");
    ParsedDsn failed = ParsedDsn.of(told.get(1).content());
    assertThat(told.get(1).trace()).startsWith("Return-Path: <>\r\n");
    assertThat(failed.perRecipient()).hasSize(1);
    assertThat(failed.field(0, "Action")).hasValue("failed");
    assertThat(failed.field(0, "Final-Recipient")).hasValue("rfc822;ann@stuffed.test");
    assertThat(failed.field(0, "Diagnostic-Code").orElse(failed.text()))
        .contains("The mailbox is full");
    assertThat(Mailboxes.of("ann@stuffed.test")).isEmpty();
    assertThat(Mailboxes.of("bob@stuffed.test")).hasSize(1);
  }

  private static void file(String to) throws IOException {
    String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("the first"), to);
    MailLog.awaitLine(" delivered ", "id=" + id, "stage=store");
  }
}
