package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.peer;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mailroom.mail.Domain;
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

  private ScriptedPeer server() {
    ScriptedPeer server = ScriptedPeer.offering(Feed.WHOLE, "PIPELINING");
    servers.add(server);
    return server;
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
