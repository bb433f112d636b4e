package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.peer;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Domain;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

class SmtpClientPoolTest {

  private final AtomicLong now = new AtomicLong();
  private final Deque<ScriptedPeer> servers = new ArrayDeque<>();
  private final SmtpClient client =
      new SmtpClient(
          (address, timeout) -> {
            if (servers.isEmpty()) {
              throw new ConnectException("Connection refused");
            }
            return servers.poll();
          },
          Domain.of("hub.corp.test"),
          SmtpClientTimeouts.DEFAULTS,
          now::get);
  private final SmtpClientPool pool = new SmtpClientPool(client, now::get);

  @Test
  void theNextMailGoesOverTheSameConnection() throws Exception {
    ScriptedPeer server = server();
    takesMail(server);
    takesMail(server);

    assertThat(send()).isInstanceOf(Accepted.class);
    assertThat(send()).isInstanceOf(Accepted.class);

    server.assertFinished();
    assertThat(server.isClosed()).isFalse();
  }

  @Test
  void anotherTlsDemandNeedsAnotherConnection() throws Exception {
    takesMail(server());
    takesMail(server());

    send(StartTls.NEVER);
    send(StartTls.IF_OFFERED);

    assertThat(servers).isEmpty();
  }

  @Test
  void aConnectionThatWasIdleFor5SecondsIsEndedWithQuit() throws Exception {
    ScriptedPeer first = server();
    takesMail(first).expects("QUIT").says("221 Bye");
    takesMail(server());

    send();
    pass(Duration.ofSeconds(5));
    send();

    first.assertFinished();
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void theSweepEndsWhatNobodyUses() throws Exception {
    ScriptedPeer server = server();
    takesMail(server).expects("QUIT").says("221 Bye");
    send();

    pass(Duration.ofSeconds(4));
    pool.sweep();
    assertThat(server.isClosed()).isFalse();

    pass(Duration.ofSeconds(1));
    pool.sweep();
    server.assertFinished();
    assertThat(server.isClosed()).isTrue();
  }

  @Test
  void aConnectionIsUsedFor100Mails() throws Exception {
    ScriptedPeer server = server();
    for (int i = 0; i < 100; i++) {
      takesMail(server);
    }
    server.expects("QUIT").says("221 Bye");

    for (int i = 0; i < 100; i++) {
      send();
    }

    server.assertFinished();
    assertThat(server.isClosed()).isTrue();
  }

  @Test
  void aConnectionIsUsedFor300Seconds() throws Exception {
    ScriptedPeer server = server();
    for (int i = 0; i <= 75; i++) {
      takesMail(server);
    }
    server.expects("QUIT").says("221 Bye");

    for (int i = 0; i <= 75; i++) {
      send();
      pass(Duration.ofSeconds(4));
    }
    pool.sweep();

    server.assertFinished();
  }

  @Test
  void aConnectionThatDiedWhileIdleIsReplacedWithoutAWord() throws Exception {
    takesMail(server()).expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA");
    ScriptedPeer second = takesMail(server());

    send();
    assertThat(send()).isInstanceOf(Accepted.class);

    second.assertFinished();
  }

  @Test
  void aConnectionThatWasClosedWith421IsReplacedWithoutAWord() throws Exception {
    takesMail(server())
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("421 4.4.2 Idle");
    takesMail(server());

    send();
    assertThat(send()).isInstanceOf(Accepted.class);
  }

  @Test
  void aNewConnectionThatFailsAtMailIsReported() throws Exception {
    server()
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("421 4.3.2 Busy");

    assertThat(send()).isInstanceOf(Refused.class);
  }

  @Test
  void aConnectionLostAfterMailIsReportedAndNotTriedAgain() throws Exception {
    takesMail(server())
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("250 Ok");
    server();

    send();

    assertThat(send()).isInstanceOf(NoAnswer.class);
    assertThat(servers).hasSize(1);
  }

  @Test
  void afterAFailedHandshakePlainIsTriedWhereItIsAllowed() throws Exception {
    ScriptedPeer broken = ScriptedPeer.offering(Feed.WHOLE, "PIPELINING", "STARTTLS");
    servers.add(broken.expects("STARTTLS").says("220 Ready").failsHandshake());
    takesMail(server());
    assertThat(send(StartTls.IF_OFFERED)).isInstanceOf(Accepted.class);

    ScriptedPeer again = ScriptedPeer.offering(Feed.WHOLE, "PIPELINING", "STARTTLS");
    servers.add(again.expects("STARTTLS").says("220 Ready").failsHandshake());
    server();
    assertThatThrownBy(() -> send(StartTls.REQUIRED)).isInstanceOf(SessionNotOpenedException.class);
    assertThat(servers).hasSize(1);
  }

  @Test
  void aServerWhoseTlsFailsIsSpokenToInPlainForAnHour() throws Exception {
    failingTls();
    takesMail(server()).expects("QUIT").says("221 Bye");
    assertThat(send(StartTls.IF_OFFERED)).isInstanceOf(Accepted.class);

    pass(Duration.ofMinutes(59));
    takesMail(server("STARTTLS")).expects("QUIT").says("221 Bye");
    assertThat(send(StartTls.IF_OFFERED)).as("without a word of TLS").isInstanceOf(Accepted.class);

    pass(Duration.ofMinutes(1));
    ScriptedPeer mended =
        server("STARTTLS")
            .expects("STARTTLS")
            .says("220 Ready")
            .shakesHands()
            .expects("EHLO hub.corp.test")
            .saysEhlo("PIPELINING");
    takesMail(mended);
    assertThat(send(StartTls.IF_OFFERED)).as("TLS is tried again").isInstanceOf(Accepted.class);
    mended.assertFinished();
  }

  @Test
  void aServerThatIsDownInPlainAsWellIsNotRemembered() throws Exception {
    failingTls();
    assertThatThrownBy(() -> send(StartTls.IF_OFFERED))
        .isInstanceOf(SessionNotOpenedException.class);

    failingTls();
    takesMail(server());
    assertThat(send(StartTls.IF_OFFERED)).isInstanceOf(Accepted.class);
  }

  @Test
  void whatIsRememberedIsNoExcuseWhereTlsIsRequired() throws Exception {
    failingTls();
    takesMail(server());
    assertThat(send(StartTls.IF_OFFERED)).isInstanceOf(Accepted.class);

    for (StartTls demand : new StartTls[] {StartTls.REQUIRED, StartTls.VERIFIED}) {
      failingTls();
      server();
      assertThatThrownBy(() -> send(demand)).isInstanceOf(SessionNotOpenedException.class);
      assertThat(servers).as("nothing was tried in plain").hasSize(1);
      servers.clear();
    }
  }

  @Test
  void aServerThatHangsUpAfterTheHandshakeHasFailedTls() throws Exception {
    server("STARTTLS")
        .expects("STARTTLS")
        .says("220 Ready")
        .shakesHands()
        .expects("EHLO hub.corp.test");
    takesMail(server());

    assertThat(send(StartTls.IF_OFFERED)).isInstanceOf(Accepted.class);
  }

  @Test
  void aPasswordKeepsMailFromGoingInPlain() {
    failingTls();
    server();
    SmtpPeer peer = withPassword("192.0.2.25", StartTls.IF_OFFERED);

    assertThatThrownBy(() -> pool.send(peer, fromAnnTo("bob@far.test"), content(TEXT)))
        .isInstanceOfSatisfying(
            SessionNotOpenedException.class,
            e -> assertThat(((NoAnswer) e.report()).stage()).isEqualTo(Stage.STARTTLS));
    assertThat(servers).as("nothing was tried in plain").hasSize(1);
  }

  @Test
  void anAuthenticatedConnectionIsNotUsedWithoutItsCredentials() throws Exception {
    ScriptedPeer login =
        server("AUTH PLAIN").expects("AUTH PLAIN AGFubgBzM2NyZXQ=").says("235 Welcome");
    takesMail(login);
    takesMail(login);
    ScriptedPeer open = takesMail(server("AUTH PLAIN"));
    SmtpPeer known = withPassword("127.0.0.1", StartTls.NEVER);
    SmtpPeer unknown = new SmtpPeer(known.name(), known.address(), StartTls.NEVER);

    pool.send(known, fromAnnTo("bob@far.test"), content(TEXT));
    pool.send(unknown, fromAnnTo("bob@far.test"), content(TEXT));
    pool.send(known, fromAnnTo("bob@far.test"), content(TEXT));

    login.assertFinished();
    open.assertFinished();
    assertThat(servers).isEmpty();
  }

  @Test
  void closingEndsIdleConnectionsAndThoseThatComeBackLater() throws Exception {
    ScriptedPeer idle = server();
    takesMail(idle).expects("QUIT").says("221 Bye");
    send();

    pool.close();
    idle.assertFinished();

    ScriptedPeer later = server();
    takesMail(later).expects("QUIT").says("221 Bye");
    send();
    later.assertFinished();
  }

  private ScriptedPeer server(String... extensions) {
    List<String> all = new ArrayList<>(List.of("PIPELINING"));
    all.addAll(List.of(extensions));
    ScriptedPeer server = ScriptedPeer.offering(Feed.WHOLE, all.toArray(String[]::new));
    servers.add(server);
    return server;
  }

  private void failingTls() {
    server("STARTTLS").expects("STARTTLS").says("220 Ready").failsHandshake();
  }

  private static SmtpPeer withPassword(String address, StartTls startTls) {
    return new SmtpPeer(
        "sink.test",
        new InetSocketAddress(address, 25),
        startTls,
        Optional.of(new Credentials("ann", "s3cret")));
  }

  private static ScriptedPeer takesMail(ScriptedPeer server) {
    return server
        .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
        .says("250 Ok", "250 Ok", "354 Go on")
        .expectsRaw(TEXT + ".\r\n")
        .says("250 Ok");
  }

  private Report send() throws Exception {
    return send(StartTls.NEVER);
  }

  private Report send(StartTls startTls) throws Exception {
    return pool.send(peer(startTls), fromAnnTo("bob@far.test"), content(TEXT)).get(0).report();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
