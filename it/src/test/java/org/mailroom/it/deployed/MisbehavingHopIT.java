package org.mailroom.it.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.it.client.Mails;
import org.mailroom.it.client.RawSmtp;
import org.mailroom.it.peer.Action;
import org.mailroom.it.peer.RelayedMail;
import org.mailroom.it.peer.Stage;
import org.mailroom.it.report.ParsedDsn;

/**
 * A next hop that does what none should, once, at each stage: the mail waits and arrives once, or
 * its sender is told; never both, never neither.
 */
class MisbehavingHopIT extends DeployedHub {

  private static final List<Stage> STAGES =
      List.of(Stage.GREETING, Stage.EHLO, Stage.MAIL, Stage.RCPT, Stage.DATA, Stage.DOT);

  /** What a hop does instead of an answer. */
  enum Misbehaviour {
    HANGS,
    TALKS_NONSENSE,
    HAS_A_CODE_OF_NO_KIND,
    CHANGES_THE_CODE,
    REPLIES_WITHOUT_END,
    WRITES_A_LINE_WITHOUT_END,
    CLOSES;

    Action action() {
      return switch (this) {
        case HANGS -> Action.hang();
        case TALKS_NONSENSE -> Action.reply("hello there");
        case HAS_A_CODE_OF_NO_KIND -> Action.reply("999 done");
        case CHANGES_THE_CODE -> Action.reply("550-one", "450 other");
        case REPLIES_WITHOUT_END -> Action.endless("250-and on");
        case WRITES_A_LINE_WITHOUT_END -> Action.reply("999 " + "x".repeat(1 << 20));
        case CLOSES -> Action.drop();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMailWaitsAndArrivesOnce(Misbehaviour misbehaviour) throws IOException {
    String name = misbehaviour.name().toLowerCase(Locale.ROOT).replace('_', '-');
    byte[] content = Mails.simple(name);
    List<Site> sites = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    try {
      for (Stage stage : STAGES) {
        Site site = Site.open(name + "-at-" + stage.name().toLowerCase(Locale.ROOT) + ".test");
        site.hop().script().once(stage, misbehaviour.action());
        sites.add(site);
        ids.add(RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, site.address("bob")));
      }
      for (int i = 0; i < sites.size(); i++) {
        MailLog.awaitLine("deferred", "id=" + ids.get(i), "attempt=1");
        MailLog.awaitLine("delivered", "id=" + ids.get(i), "attempt=2");
        assertThat(sites.get(i).hop().mails())
            .as("at " + STAGES.get(i))
            .extracting(RelayedMail::contentAsSent)
            .containsExactly(content);
      }
    } finally {
      sites.forEach(Site::close);
    }
  }

  @Test
  void aHopThatStopsReadingInMidBodyGetsAllOfItLater() throws IOException {
    try (Site site = Site.open("stops-reading.test")) {
      site.hop().keeping(8 << 20).script().once(Stage.BODY, Action.hang());
      byte[] content = Mails.ofSize(6 << 20);
      String id = RawSmtp.deliver(SMTP_PORT, "ann@sender.test", content, site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      MailLog.awaitLine("delivered", "id=" + id);
      assertThat(site.hop().mails())
          .extracting(RelayedMail::contentAsSent)
          .containsExactly(content);
    }
  }

  @Test
  void aHopThatClosesBehindItsYesHasTheMailOnce() throws IOException {
    try (Site site = Site.open("yes-and-gone.test")) {
      site.hop().script().at(Stage.DOT, Action.replyAndDrop("250 2.0.0 taken"));
      String first =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("1"), site.address("bob"));
      String second =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("2"), site.address("bob"));
      MailLog.awaitLine("delivered", "id=" + first);
      MailLog.awaitLine("delivered", "id=" + second);
      assertThat(site.hop().mails()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"MAIL", "RCPT", "DATA", "DOT"})
  void a5yzIsFinalAndTheSenderIsTold(Stage stage) throws Exception {
    String name = "refuses-at-" + stage.name().toLowerCase(Locale.ROOT);
    try (Site senders = Site.open("senders-of-" + name + ".test");
        Site site = Site.open(name + ".test")) {
      site.hop().script().at(stage, Action.reply("550 5.7.1 not here"));
      RawSmtp.deliver(SMTP_PORT, senders.address("ann"), Mails.simple(name), site.address("bob"));
      ParsedDsn dsn = ParsedDsn.of(senders.hop().awaitMail().content());
      assertThat(dsn.field(0, "Action")).hasValue("failed");
      assertThat(dsn.field(0, "Status")).hasValue("5.7.1");
      assertThat(site.hop().mails()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"GREETING", "EHLO"})
  void a5yzToEverybodyIsNotFinalForAMail(Stage stage) throws IOException {
    String name = "shut-at-" + stage.name().toLowerCase(Locale.ROOT);
    try (Site site = Site.open(name + ".test")) {
      site.hop().script().once(stage, Action.replyAndDrop("554 5.3.2 no service"));
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple(name), site.address("bob"));
      MailLog.awaitLine("deferred", "id=" + id);
      MailLog.awaitLine("delivered", "id=" + id);
      assertThat(site.hop().mails()).hasSize(1);
    }
  }

  /** A black hole: its backlog is full, so the kernel drops every further SYN. */
  @Test
  void anAddressThatAnswersNothingCostsOneConnectTimeout() throws IOException {
    String address = Site.newAddress();
    DNS.mx("black-hole.test", 10, "mx.black-hole.test").address("mx.black-hole.test", address);
    InetSocketAddress hole = new InetSocketAddress(InetAddress.getByName(address), NEXT_HOP_PORT);
    List<Socket> fillers = new ArrayList<>();
    try (ServerSocket neverAccepts = new ServerSocket()) {
      neverAccepts.bind(hole, 1);
      for (int i = 0; i < 3; i++) {
        fillers.add(connectInBackground(hole));
      }
      String id =
          RawSmtp.deliver(
              SMTP_PORT, "ann@sender.test", Mails.simple("hole"), "bob@black-hole.test");
      assertThat(MailLog.awaitLine("deferred", "id=" + id))
          .contains("stage=connect", "status=4.4.1");
    } finally {
      for (Socket filler : fillers) {
        filler.close();
      }
    }
  }

  /** The connection may stay half open: it holds a place in the backlog either way. */
  private static Socket connectInBackground(InetSocketAddress address) {
    Socket socket = new Socket();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                socket.connect(address);
              } catch (IOException e) {
                // Closed at the end of the test.
              }
            });
    return socket;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void anExchangerWithinTheFirstFiveOfFiftyIsFound(int good) throws IOException {
    String domain = "fifty-mx-" + good + ".test";
    String address = Site.newAddress();
    for (int i = 1; i <= 50; i++) {
      String host = "a-rather-long-name-of-an-exchanger-" + i + "." + domain;
      DNS.mx(domain, i, host).address(host, i == good ? address : Site.newAddress());
    }
    try (Site hop = Site.at(address)) {
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("fifty"), "bob@" + domain);
      MailLog.awaitLine("delivered", "id=" + id, "attempt=1");
      assertThat(hop.hop().mails()).hasSize(1);
    }
  }

  @Test
  void fiftyDeadExchangersCostFiveConnectionsAnAttempt() throws IOException {
    String domain = "fifty-dead.test";
    for (int i = 1; i <= 50; i++) {
      String host = "mx" + i + "." + domain;
      DNS.mx(domain, i, host).address(host, Site.newAddress());
    }
    String id =
        RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("fifty"), "bob@" + domain);
    assertThat(MailLog.awaitLine("deferred", "id=" + id, "attempt=1"))
        .contains("mta=mx5." + domain);
  }

  @Test
  void aResolverThatSaysNothingIsAskedAgain() throws IOException {
    try (Site site = Site.open("silent-dns.test")) {
      DNS.silent("silent-dns.test");
      String id =
          RawSmtp.deliver(SMTP_PORT, "ann@sender.test", Mails.simple("quiet"), site.address("bob"));
      assertThat(MailLog.awaitLine("deferred", "id=" + id)).contains("4.4.3");
      DNS.recover("silent-dns.test");
    }
  }
}
