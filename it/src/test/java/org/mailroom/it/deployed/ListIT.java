package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/** Many under one address: who gets it, who may send to it, and who hears of what failed. */
class ListIT extends DeployedHub {

  private static final String EVE = "eve@away.test";

  @RegisterExtension final Added directory = new Added();

  @Test
  void aListInAListReachesEachOnceAndTheNearestOwnerGetsTheReports() throws Exception {
    try (Site site = Site.open("nested-away.test")) {
      directory
          .domain("nested.test")
          .account("ann@nested.test")
          .account("bob@nested.test")
          .account("boss@nested.test")
          .account("head@nested.test")
          .list(
              "inner@nested.test",
              "owners",
              "members",
              List.of("bob@nested.test"),
              "owners",
              List.of("head@nested.test"))
          .list(
              "team@nested.test",
              "anyone",
              "members",
              List.of("ann@nested.test", "inner@nested.test", "Bob@nested.test", site.address("x")),
              "owners",
              List.of("boss@nested.test"));
      site.hop().script().at(Stage.DOT, Action.reply("550 5.7.1 not today"));
      String id = RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("nested"), "Team@nested.test");

      assertThat(Mailboxes.awaitOne("ann@nested.test").trace())
          .isEqualTo("Return-Path: <boss@nested.test>\r\nDelivered-To: ann@nested.test\r\n");
      assertThat(Mailboxes.awaitOne("bob@nested.test").trace())
          .isEqualTo("Return-Path: <head@nested.test>\r\nDelivered-To: bob@nested.test\r\n");
      MailLog.awaitLine(" delivered ", "id=" + id, "to=<Team@nested.test>", "Sent to the list");
      ParsedDsn dsn = ParsedDsn.of(Mailboxes.awaitOne("boss@nested.test").content());
      assertThat(dsn.field(0, "Final-Recipient")).hasValue("rfc822;" + site.address("x"));
      assertThat(site.hop().commands())
          .filteredOn(line -> line.contains("MAIL FROM:<boss@nested.test>"))
          .hasSize(1);
      assertThat(Mailboxes.of("ann@nested.test")).hasSize(1);
      assertThat(Mailboxes.of("bob@nested.test")).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "anyone, eve@away.test, 250",
    "anyone, '', 250",
    "inside, dan@posting.test, 250",
    "inside, eve@away.test, 550 5.7.2",
    "members, ann@posting.test, 250",
    "members, A.Smith+x@posting.test, 250",
    "members, cid@posting.test, 250",
    "members, guest@away.test, 250",
    "members, dan@posting.test, 550 5.7.2",
    "members, '', 550 5.7.2",
    "owners, boss@posting.test, 250",
    "owners, ann@posting.test, 550 5.7.2",
    "moderated, eve@away.test, 250",
    "moderated, '', 550 5.7.2",
  })
  void whoMaySendToAList(String posting, String from, String reply) throws Exception {
    directory.domain("posting.test");
    for (String name : List.of("ann", "boss", "cid", "dan")) {
      directory.account(name + "@posting.test");
    }
    directory
        .alias("a.smith@posting.test", "ann@posting.test")
        .list("inner@posting.test", "owners", "members", List.of("cid@posting.test"))
        .list(
            "team@posting.test",
            posting,
            "members",
            List.of("a.smith@posting.test", "inner@posting.test", "guest@away.test"),
            "owners",
            List.of("boss@posting.test"));
    try (RawSmtp smtp = RawSmtp.connect(SMTP_PORT).ehlo()) {
      smtp.command("MAIL FROM:<" + from + ">", "250");
      smtp.command("RCPT TO:<team@posting.test>", reply);
    }
  }

  @Test
  void whoSendsByAnAliasOfTheListIsToldByDsn() throws Exception {
    directory
        .domain("told.test")
        .account("dan@told.test")
        .list("closed@told.test", "owners", "members", List.of("dan@told.test"))
        .alias("other@told.test", "closed@told.test");
    RawSmtp.deliver(SMTP_PORT, "dan@told.test", Mails.simple("refused"), "other@told.test");
    ParsedDsn dsn = ParsedDsn.of(Mailboxes.awaitOne("dan@told.test").content());
    assertThat(dsn.field(0, "Action")).hasValue("failed");
    assertThat(dsn.field(0, "Status")).hasValue("5.7.2");
    assertThat(dsn.returned()).contains("Subject: refused");
    assertThat(Mailboxes.of("dan@told.test")).hasSize(1);
  }

  @Test
  void aListOfManyIsDeliveredInPartsAndEachMemberOnce() throws Exception {
    try (Site site = Site.open("many-away.test")) {
      directory.domain("many.test");
      List<String> members =
          IntStream.range(0, 250).mapToObj(i -> site.address("member" + i)).toList();
      directory.list("many@many.test", "anyone", "members", members);
      RawSmtp.deliver(SMTP_PORT, EVE, Mails.simple("many"), "many@many.test");
      site.hop().awaitMails(3);
      List<String> rcpts =
          site.hop().mails().stream()
              .flatMap(mail -> mail.rcpts().stream())
              .map(rcpt -> rcpt.replaceAll(".*<(.*)>.*", "$1"))
              .toList();
      assertThat(rcpts).containsExactlyInAnyOrderElementsOf(members);
      assertThat(site.hop().mails())
          .allMatch(mail -> mail.mail().startsWith("FROM:<postmaster@many.test>"));
    }
  }

  @Test
  void tooDeepAndTooManyAreRefusedAsAWhole() throws Exception {
    directory.domain("limits.test").account("ann@limits.test");
    StringBuilder chain = new StringBuilder("address,targets\n");
    IntStream.rangeClosed(1, 22)
        .forEach(i -> chain.append("a%d@limits.test,a%d@limits.test\n".formatted(i, i - 1)));
    chain.append("a0@limits.test,ann@limits.test\n");
    imported("aliases", chain);
    IntStream.rangeClosed(0, 22)
        .forEach(i -> directory.imported("aliases", "a" + i + "@limits.test"));
    String members =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "m" + i + "@away.test")
            .collect(Collectors.joining(" "));
    imported(
        "lists",
        new StringBuilder("address,posting,members\ncrowd@limits.test,anyone,ann@limits.test ")
            .append(members)
            .append('\n'));
    directory.imported("lists", "crowd@limits.test");

    fails("a22@limits.test", "5.4.6");
    fails("crowd@limits.test", "5.5.3");
    assertThat(Mailboxes.of("ann@limits.test")).hasSize(2);
  }

  private static void fails(String to, String status) throws IOException {
    String id = RawSmtp.deliver(SMTP_PORT, "ann@limits.test", Mails.simple("limits"), to);
    MailLog.awaitLine(" failed ", "id=" + id, "to=<" + to + ">", "status=" + status);
    String told = MailLog.awaitLine("notified", "about=" + id);
    String dsn = RawSmtp.queueId(told.substring(told.indexOf(" id=")));
    MailLog.awaitLine(" delivered ", "id=" + dsn, "to=<ann@limits.test>", "stage=store");
  }

  private static void imported(String kind, StringBuilder csv) throws Exception {
    assertThat(DirectoryApi.csv(kind + "/import", csv.toString()).statusCode()).isEqualTo(200);
  }
}
