package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.deployed.Mailboxes.Filed;

/** One person in all the forms in which others write the address. */
class AddressFormsIT extends DeployedHub {

  private static final String ANN = "ann@forms.test";
  private static final String MUELLER = "müller@forms.test";
  private static final String REST = "rest@forms.test";

  /** A form, whose it is, and in which mailbox its mail is filed. */
  private record Form(String recipient, String account, String mailbox) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("ANN@Forms.TEST", ANN, "INBOX"),
          new Form("\"ann\"@forms.test", ANN, "INBOX"),
          new Form("\"a\\nn\"@forms.test", ANN, "INBOX"),
          new Form("ann@forms-alias.test", ANN, "INBOX"),
          new Form("ann@邮件.test", ANN, "INBOX"),
          new Form("ann@" + java.net.IDN.toASCII("邮件.test"), ANN, "INBOX"),
          new Form("ann+Projects@forms.test", ANN, "Projects"),
          new Form("ann+Projects@邮件.test", ANN, "Projects"),
          new Form("ann+a+b@forms.test", ANN, "a+b"),
          new Form("ann+inbox@forms.test", ANN, "INBOX"),
          new Form("ann+@forms.test", ANN, "INBOX"),
          new Form("ann+项目@forms.test", ANN, "项目"),
          new Form("MÜLLER@forms.test", MUELLER, "INBOX"),
          new Form("mu\u0308ller@forms.test", MUELLER, "INBOX"),
          new Form("müller+Übung@forms-alias.test", MUELLER, "Übung"),
          new Form("müller+U\u0308bung@forms.test", MUELLER, "Übung"),
          new Form("muller@forms.test", REST, "INBOX"),
          new Form("аnn@forms.test", REST, "INBOX"),
          new Form("somebody.else@邮件.test", REST, "INBOX"),
          new Form("+ann@forms.test", REST, "INBOX"));

  @RegisterExtension final Added directory = new Added();

  @Test
  void eachFormReachesItsPerson() throws Exception {
    directory
        .domain("forms.test", "aliases", List.of("forms-alias.test", "邮件.test"))
        .account(ANN)
        .account(MUELLER)
        .account(REST);
    Added.change("domains", "forms.test", "catch_all", REST);
    try {
      List<String> ids = new ArrayList<>();
      for (int i = 0; i < FORMS.size(); i++) {
        ids.add(send(FORMS.get(i).recipient(), "form " + i + "."));
      }
      ids.forEach(id -> MailLog.awaitLine(" delivered ", "id=" + id, "stage=store"));
      for (int i = 0; i < FORMS.size(); i++) {
        Form form = FORMS.get(i);
        String subject = "Subject: form " + i + ".\r\n";
        assertThat(Mailboxes.of(form.account()))
            .as(form.recipient())
            .filteredOn(mail -> mail.text().contains(subject))
            .extracting(Filed::mailbox)
            .containsExactly(form.mailbox());
      }
    } finally {
      Added.change("domains", "forms.test", "catch_all", "");
    }
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<eve@away.test>", "250");
      smtp.command("RCPT TO:<somebody.else@forms.test>", "550 5.1.1");
    }
  }

  private static String send(String to, String subject) throws IOException {
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<eve@away.test> SMTPUTF8", "250");
      smtp.command("RCPT TO:<" + to + ">", "250");
      return RawSmtp.queueId(smtp.data(Mails.simple(subject)));
    }
  }
}
