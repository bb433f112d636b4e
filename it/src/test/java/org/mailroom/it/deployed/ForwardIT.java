package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/** Mail that goes on to outside, with a reverse-path by which reports come back. */
class ForwardIT extends DeployedHub {

  private static final String STRANGER = "127.0.0.2";

  @RegisterExtension final Added directory = new Added();

  @Test
  void aStrangersMailIsForwardedUnderSrsAndReportsComeBack() throws Exception {
    try (Site senders = Site.open("srs-senders.test");
        Site site = Site.open("srs-away.test")) {
      directory
          .domain("srs.test", "aliases", List.of("srs-alias.test"))
          .account("fred@srs.test", "forwards", List.of(site.address("fred")));
      byte[] content = Mails.simple("forwarded");
      String from = senders.address("eve");
      RawSmtp.deliver(SMTP_PORT, from, content, "fred@srs-alias.test");

      assertThat(Mailboxes.awaitOne("fred@srs.test").trace())
          .startsWith("Return-Path: <" + from + ">\r\n");
      RelayedMail forwarded = site.hop().awaitMail();
      assertThat(forwarded.isFor(site.address("fred"))).isTrue();
      assertThat(forwarded.contentAsSent()).isEqualTo(content);
      String srs = forwarded.mail().replaceAll("FROM:<([^>]*)>.*", "$1");
      assertThat(srs).matches("SRS0=[^=@]+=[^=@]+=srs-senders\\.test=eve@srs\\.test");

      byte[] report = Mails.simple("Undeliverable");
      try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
        assertThat(smtp.transaction("", report, srs)).startsWith("250");
      }
      RelayedMail back = senders.hop().awaitMailFor(from);
      assertThat(back.mail()).startsWith("FROM:<>");
      assertThat(back.contentAsSent()).isEqualTo(report);

      refusesForgeriesOf(srs);
    }
  }

  private static void refusesForgeriesOf(String srs) throws IOException {
    String[] parts = srs.split("=", -1);
    String otherHash = (parts[1].charAt(0) == 'A' ? "B" : "A") + parts[1].substring(1);
    for (String forged :
        List.of(
            srs.replace("=" + parts[1] + "=", "=" + otherHash + "="),
            srs.replace("=eve@", "=mallory@"),
            srs.replace("=srs-senders.test=", "=third.test="),
            srs.replace("SRS0=" + parts[1], "SRS0="),
            "SRS1=" + parts[1] + "=third.test==x=y=z=eve@srs.test",
            "SRS0=x@srs.test")) {
      try (RawSmtp smtp = RawSmtp.connectFrom(STRANGER, SMTP_PORT).ehlo()) {
        smtp.command("MAIL FROM:<>", "250");
        smtp.command("RCPT TO:<" + forged + ">", "550 5.1.1");
      }
    }
  }

  @Test
  void whoseMailCanNotBeForwardedIsTold() throws Exception {
    try (Site senders = Site.open("unforwarded-senders.test");
        Site site = Site.open("unforwarded-away.test")) {
      directory
          .domain("unforwarded.test")
          .account(
              "fred@unforwarded.test",
              "forwards",
              List.of(site.address("fred")),
              "keeps_copy",
              false);
      site.hop().script().at(Stage.RCPT, Action.reply("550 5.1.1 no fred here"));
      RawSmtp.deliver(
          SMTP_PORT, senders.address("eve"), Mails.simple("lost"), "fred@unforwarded.test");
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMailFor(senders.address("eve")).content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Original-Recipient")).hasValue("rfc822;fred@unforwarded.test");
      assertThat(Mailboxes.of("fred@unforwarded.test")).as("no copy is kept").isEmpty();
    }
  }

  @Test
  void ourOwnPeoplesReversePathsStayAsTheyAreAndNobodysToo() throws Exception {
    try (Site site = Site.open("own-away.test")) {
      directory
          .domain("own-forward.test")
          .account("ann@own-forward.test")
          .alias("out@own-forward.test", site.address("cid"));
      for (String from : List.of("ann@own-forward.test", "")) {
        RawSmtp.deliver(SMTP_PORT, from, Mails.simple("out"), "out@own-forward.test");
      }
      assertThat(site.hop().awaitMails(2))
          .extracting(mail -> mail.mail().replaceAll(">.*", ">"))
          .containsExactlyInAnyOrder("FROM:<ann@own-forward.test>", "FROM:<>");
    }
  }
}
