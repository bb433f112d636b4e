package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;

/** A next hop that can't now, and can later: the mail waits, is tried again, and arrives once. */
class DeferredThenRelayedIT extends DeployedHub {

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "DOT"})
  void a4yzAndThenA2yz(Stage stage) throws IOException {
    String domain = "busy-at-" + stage.name().toLowerCase(java.util.Locale.ROOT) + ".test";
    try (Site site = Site.open(domain)) {
      site.hop().script().once(stage, Action.reply("451 4.3.2 come back"));
      String id = arrivesOnce(site, domain);
      assertThat(MailLog.awaitLine("deferred", "id=" + id)).contains("attempt=1", "4.3.2");
      MailLog.awaitLine("delivered", "id=" + id, "attempt=2");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "BODY", "DOT"})
  void aLostConnectionAndThenA2yz(Stage stage) throws IOException {
    String domain = "drops-at-" + stage.name().toLowerCase(java.util.Locale.ROOT) + ".test";
    try (Site site = Site.open(domain)) {
      site.hop().script().once(stage, Action.drop());
      arrivesOnce(site, domain);
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 1", "5000, 1", "200000, 1", "300, 100", "5000, 100", "200000, 100"})
  void mailOfAnySizeToManyWaits(int size, int recipients) throws IOException {
    String domain = "waits-" + size + "-" + recipients + ".test";
    try (Site site = Site.open(domain)) {
      site.hop().script().once(Stage.MAIL, Action.reply("451 4.3.2 come back"));
      String[] addresses =
          IntStream.range(0, recipients)
              .mapToObj(i -> site.address("somebody-with-a-rather-long-name-" + i))
              .toArray(String[]::new);
      byte[] content = Mails.ofSize(size);
      RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, addresses);
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.rcpts()).hasSize(recipients);
      assertThat(mail.contentAsSent()).isEqualTo(content);
    }
  }

  @Test
  void aHopThatIsDownAndComesUp() throws IOException {
    try (Site site = Site.closed("down.test")) {
      byte[] content = Mails.simple("down");
      String id = RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      site.hop().up();
      RelayedMail mail = site.hop().awaitMail();
      assertThat(mail.contentAsSent()).isEqualTo(content);
    }
  }

  private static String arrivesOnce(Site site, String domain) throws IOException {
    byte[] content = Mails.simple(domain);
    String id = RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, site.address("bob"));
    MailLog.awaitLine("delivered", "id=" + id);
    assertThat(site.hop().mails()).hasSize(1);
    assertThat(site.hop().mails().get(0).contentAsSent()).isEqualTo(content);
    return id;
  }
}
