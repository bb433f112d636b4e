package org.mailroom.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mailroom.directory.TestDirectory;
import org.mailroom.hub.StoppedClock;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.InMemoryContent;
import org.mailroom.mail.IpLiteral;
import org.mailroom.mail.ReversePath;
import org.mailroom.probe.DeliveryTest.Verdict;
import org.mailroom.relay.HopManners;
import org.mailroom.relay.HopRoutes;
import org.mailroom.routing.MailExchangers;
import org.mailroom.routing.NextHop;
import org.mailroom.routing.NextHop.Host;
import org.mailroom.routing.Router;
import org.mailroom.routing.RoutingResult;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.smtp.client.Feed;
import org.mailroom.smtp.client.ScriptedPeer;
import org.mailroom.smtp.client.SmtpClient;
import org.mailroom.smtp.client.SmtpClientTimeouts;

/** A test talks as the relay would, tells each answer, and ends with a verdict. */
class TestRunTest {

  private static final Feed FEED = Feed.WHOLE;

  private final Clock clock = new StoppedClock();
  private final Deque<ScriptedPeer> peers = new ArrayDeque<>();
  private boolean testMail;

  @Test
  void whatIsTakenIsTakenBack() throws Exception {
    peers.add(answering("250 2.1.5 Ok"));
    DeliveryTest test = run("bob@far.test");

    assertThat(test.verdict()).isEqualTo(Verdict.TAKEN);
    assertThat(words(test))
        .containsExactly(
            "route mx.far.test ",
            "dns mx.far.test ",
            "connect mx.far.test (192.0.2.25:25) ",
            "greeting  220 mx.far.test ESMTP",
            "ehlo EHLO hub.corp.test 250 sink.test",
            "mail MAIL FROM:<ann@corp.test> 250 Ok",
            "rcpt RCPT TO:<bob@far.test> 250 2.1.5 Ok",
            "rset RSET 250 Ok",
            "quit QUIT 221 Bye");
  }

  @Test
  void aTestMailFollows() throws Exception {
    testMail = true;
    peers.add(
        untilRset("250 Ok")
            .expects("MAIL FROM:<ann@corp.test>")
            .says("250 Ok")
            .expects("RCPT TO:<bob@far.test>")
            .says("250 Ok")
            .expects("DATA")
            .says("354 Go on")
            .expectsRaw("Hello\r\n.\r\n")
            .says("250 2.0.0 Thanks")
            .expects("QUIT")
            .says("221 Bye"));
    DeliveryTest test = run("bob@far.test");

    assertThat(test.verdict()).isEqualTo(Verdict.SENT);
    assertThat(words(test)).contains("sent bob@far.test 250 2.0.0 Thanks").hasSize(10);
  }

  @Test
  void aNoIsTold() throws Exception {
    peers.add(answering("550 5.1.1 Who?"));
    assertThat(run("bob@far.test").verdict()).isEqualTo(Verdict.REFUSED);
    peers.add(answering("450 4.2.1 Not now"));
    assertThat(run("bob@far.test").verdict()).isEqualTo(Verdict.LATER);
  }

  @Test
  void theNextAddressIsTriedAndNotMoreThanThree() throws Exception {
    peers.add(new ScriptedPeer(FEED).says("554 5.3.2 Closed").expects("QUIT"));
    peers.add(answering("250 Ok"));
    DeliveryTest test = run("bob@two.test");
    assertThat(test.verdict()).isEqualTo(Verdict.TAKEN);
    assertThat(words(test)).contains("failure greeting 554 5.3.2 Closed");

    DeliveryTest dead = run("bob@many.test");
    assertThat(dead.verdict()).isEqualTo(Verdict.UNREACHED);
    assertThat(words(dead).stream().filter(step -> step.startsWith("failure connect"))).hasSize(3);
  }

  @Test
  void whereNoWayIsNobodyIsAsked() throws Exception {
    assertThat(run("bob@nowhere.test").verdict()).isEqualTo(Verdict.NO_WAY);
    assertThat(run("bob@home.test").verdict()).isEqualTo(Verdict.LOCAL);
  }

  private ScriptedPeer answering(String toRcpt) {
    return untilRset(toRcpt).expects("QUIT").says("221 Bye");
  }

  private static ScriptedPeer untilRset(String toRcpt) {
    return new ScriptedPeer(FEED)
        .says("220 mx.far.test ESMTP")
        .expects("EHLO hub.corp.test")
        .saysEhlo()
        .expects("MAIL FROM:<ann@corp.test>")
        .says("250 Ok")
        .expects("RCPT TO:<bob@far.test>")
        .says(toRcpt)
        .expects("RSET")
        .says("250 Ok");
  }

  private DeliveryTest run(String to) throws Exception {
    String recipient = to.equals("bob@two.test") ? "bob@far.test" : to;
    DeliveryTest test =
        new DeliveryTest(
            "1",
            new TestRequest(
                "ann", ReversePath.parse("ann@corp.test"), ForwardPath.parse(recipient), testMail),
            clock.instant());
    SmtpClient client =
        new SmtpClient(
            (address, timeout) -> {
              if (peers.isEmpty()) {
                throw new ConnectException("Connection refused");
              }
              return peers.remove().connect(address, timeout);
            },
            Domain.of("hub.corp.test"),
            SmtpClientTimeouts.DEFAULTS,
            System::nanoTime);
    Stub stub = new Stub(to.equals("bob@far.test") ? 1 : 4);
    TestTools tools =
        new TestTools(
            () -> TestDirectory.withDomains("home.test"),
            stub,
            new HopRoutes(() -> TestDirectory.withDomains("home.test")),
            new HopManners(settings()),
            stub,
            client);
    test.end(
        new TestRun(
                tools,
                test,
                new StepRecorder(test, clock, System::nanoTime),
                new InMemoryContent("Hello\r\n".getBytes(StandardCharsets.US_ASCII)))
            .run());
    assertThat(peers).isEmpty();
    return test;
  }

  private static Settings settings() throws SettingsException {
    return SettingsParser.parse(Map.of("MAILROOM_HOSTNAME", "hub.corp.test"));
  }

  private static List<String> words(DeliveryTest test) {
    return test.steps().stream()
        .map(step -> step.kind().key() + " " + step.subject() + " " + step.answer())
        .toList();
  }

  /** There is no nowhere.test, and one host with so many addresses for every other domain. */
  private record Stub(int addresses) implements Router, MailExchangers {

    @Override
    public String group(Domain domain) {
      return domain.ascii();
    }

    @Override
    public RoutingResult resolve(Domain domain) {
      return domain.ascii().equals("nowhere.test")
          ? new RoutingResult.Unroutable(EnhancedStatusCode.of("5.1.2"), "No such domain")
          : new RoutingResult.Found(
              new NextHop("mx.far.test", List.of(new Host("mx.far.test", 25)), false));
    }

    @Override
    public List<MailExchanger> mailExchangers(Domain domain) {
      return List.of();
    }

    @Override
    public List<InetAddress> addresses(String host) {
      return Collections.nCopies(addresses, IpLiteral.parse("192.0.2.25"));
    }
  }
}
