package org.mailroom.it.deployed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.Stage;

/** Routes of the directory: for whom, how safe, as whom, and how often. */
class RoutesIT extends DeployedHub {

  private static final String EVE = "eve@away.test";

  @RegisterExtension final Added directory = new Added();

  @Test
  void aRouteForSendersComesBeforeOneForDomainsAndThatBeforeDns() throws Exception {
    try (Site bySender = Site.open("by-sender.test");
        Site byDomain = Site.open("by-domain.test");
        Site byDns = Site.open("routed.test")) {
      directory
          .route("it-domain", "order", 1, "domains", "*.routed.test", "host", byDomain.inBrackets())
          .and(
              "routes",
              "name",
              "it-sender",
              "order",
              200,
              "senders",
              "*@boss.test",
              "host",
              bySender.inBrackets());
      RawSmtp.deliver(SMTP_PORT, "ann@boss.test", Mails.simple("1"), "bob@mx.routed.test");
      RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("2"), "bob@mx.Routed.test", "cid@routed.test");
      assertThat(bySender.hop().awaitMail().isFor("bob@mx.routed.test")).isTrue();
      assertThat(byDomain.hop().awaitMail().text()).contains("Subject: 2");
      assertThat(byDns.hop().awaitMail().isFor("cid@routed.test")).isTrue();
      assertThat(byDomain.hop().mails()).hasSize(1);
    }
  }

  @Test
  void aNextHopWithoutTheTlsThatIsDemandedGetsNoMail() throws Exception {
    try (Site site = Site.open("no-tls-hop.test")) {
      directory.route(
          "it-tls", "domains", "tls.test", "host", site.inBrackets(), "tls", "required");
      String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("secret"), "bob@tls.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "stage=starttls", "status=4.7.5");
      assertThat(site.hop().commands()).isNotEmpty().noneMatch(line -> line.contains("MAIL FROM"));
      Added.change("routes", "it-tls", "tls", "opportunistic");
      site.hop().awaitMailFor("bob@tls.test");
    }
  }

  @Test
  void theLoginOfARouteIsForItsNextHopAndShownToNobody() throws Exception {
    String login = Base64.getEncoder().encodeToString("\0hub\0Zwölf Boxkämpfer".getBytes(UTF_8));
    try (Site site = Site.open("login-hop.test");
        Site other = Site.open("no-login.test")) {
      directory.route(
          "it-login",
          "domains",
          "login.test",
          "host",
          site.inBrackets(),
          "user",
          "hub",
          "password",
          "Zwölf Boxkämpfer");
      site.hop().offering("AUTH PLAIN", "PIPELINING");
      other.hop().offering("AUTH PLAIN", "PIPELINING");
      site.hop().script().at(Stage.AUTH, "", Action.reply("535 5.7.8 who are you?"), 1);
      String id =
          RawSmtp.deliver(
              SMTP_PORT, EVE, Mails.simple("login"), "bob@login.test", other.address("bob"));
      MailLog.awaitLine(" deferred ", "id=" + id, "stage=auth", "status=4.7.8");
      site.hop().awaitMailFor("bob@login.test");
      other.hop().awaitMail();
      assertThat(site.hop().commands())
          .filteredOn(line -> line.endsWith("AUTH PLAIN " + login))
          .hasSize(2);
      assertThat(other.hop().commands()).noneMatch(line -> line.contains("AUTH"));
      JsonObject shown = DirectoryApi.ok("GET", "routes/it-login", "");
      assertThat(shown.toString()).contains("\"hub\"").doesNotContain("Boxk");
    }
  }

  @Test
  void theScheduleOfARouteIsInPlaceOfTheHubs() throws Exception {
    try (Site site = Site.closed("schedule-hop.test")) {
      directory.route(
          "it-schedule", "domains", "schedule.test", "host", site.inBrackets(), "schedule", "1h");
      String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("later"), "bob@schedule.test");
      MailLog.awaitLine(" deferred ", "id=" + id, "attempt=1");
      JsonObject part =
          DirectoryApi.ok("GET", "queue/" + id, "").getJsonArray("parts").getJsonObject(0);
      assertThat(Instant.parse(part.getString("next_attempt")))
          .isAfter(Instant.now().plus(Duration.ofMinutes(45)));
      site.hop().up();
      DirectoryApi.operate("retry", id);
      site.hop().awaitMailFor("bob@schedule.test");
    }
  }
}
