package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.report.ParsedDsn;

/** DNS knows no way, or knows none now. */
class UnroutableIT extends DeployedHub {

  @Test
  void aNullMxIsFinal() throws IOException, MessagingException {
    DNS.mx("null-mx.test", 0, ".");
    failsWith("null-mx.test", "5.1.10");
  }

  @Test
  void aDomainThatDoesNotExistIsFinal() throws IOException, MessagingException {
    failsWith("no-such-domain.test", "5.1.2");
  }

  @Test
  void anMxThatNamesThisHubIsALoop() throws IOException, MessagingException {
    DNS.mx("ourselves.test", 10, "hub.test").address("hub.test", "127.0.0.1");
    failsWith("ourselves.test", "5.4.6");
  }

  @Test
  void aResolverThatFailsIsAskedAgain() throws IOException {
    try (Site site = Site.open("servfail.test")) {
      DNS.servfail("servfail.test");
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("servfail"), site.address("bob"));
      assertThat(MailLog.awaitLine("deferred", "id=" + id)).contains("4.4.3");
      DNS.recover("servfail.test");
      site.hop().awaitMail();
    }
  }

  private static void failsWith(String domain, String status)
      throws IOException, MessagingException {
    try (Site senders = Site.open("senders-to-" + domain)) {
      RawSmtp.deliver(SMTP_PORT, senders.address("ann"), Mails.simple("lost"), "bob@" + domain);
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue(status);
      assertThat(dsn.field(0, "Remote-MTA")).isEmpty();
    }
  }
}
