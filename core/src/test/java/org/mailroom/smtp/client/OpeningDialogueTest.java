package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.client;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.peer;

import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

class OpeningDialogueTest {

  @Test
  void noConnectionIsNoAnswerToConnect() {
    SmtpConnector refusing =
        (address, timeout) -> {
          throw new ConnectException("Connection refused");
        };

    assertThat(reportOfOpening(refusing, StartTls.NEVER))
        .isEqualTo(new NoAnswer(Stage.CONNECT, "Connection refused"));
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatDoesNotKnowEhloIsGreetedWithHelo(Feed feed) throws Exception {
    ScriptedPeer server =
        new ScriptedPeer(feed)
            .says("220-sink.test", "220 old and slow")
            .expects("EHLO hub.corp.test")
            .says("502 What?")
            .expects("HELO hub.corp.test")
            .says("250 sink.test")
            .expects("MAIL FROM:<ann@corp.test>")
            .says("250 Ok")
            .expects("RCPT TO:<bob@far.test>")
            .says("250 Ok")
            .expects("DATA")
            .says("354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 Ok");

    SmtpClientSession session = client(server).open(peer(StartTls.IF_OFFERED));

    assertThat(session.send(fromAnnTo("bob@far.test"), content(TEXT)).get(0).report())
        .isInstanceOf(Accepted.class);
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aGreetingThatSaysNoIsAnsweredWithQuit(Feed feed) {
    ScriptedPeer server = new ScriptedPeer(feed).says("554 5.3.2 No mail here").expects("QUIT");

    assertThat(reportOfOpening(server, StartTls.NEVER))
        .isEqualTo(new Refused(Stage.GREETING, SmtpReply.of(554, "5.3.2", "No mail here")));
    assertThat(server.isClosed()).isTrue();
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void serviceClosingInsteadOfAGreeting(Feed feed) {
    ScriptedPeer server = new ScriptedPeer(feed).says("421 4.3.2 Too busy");

    assertThat(reportOfOpening(server, StartTls.NEVER))
        .isEqualTo(new Refused(Stage.GREETING, SmtpReply.of(421, "4.3.2", "Too busy")));
  }

  @ParameterizedTest
  @EnumSource
  void aTemporaryNoToEhloIsNotAskedAgainWithHelo(Feed feed) {
    ScriptedPeer server =
        new ScriptedPeer(feed)
            .says("220 sink.test")
            .expects("EHLO hub.corp.test")
            .says("450 4.7.1 Who are you?")
            .expects("QUIT");

    assertThat(reportOfOpening(server, StartTls.NEVER))
        .isEqualTo(new Refused(Stage.EHLO, SmtpReply.of(450, "4.7.1", "Who are you?")));
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void silenceInsteadOfAGreeting(Feed feed) {
    ScriptedPeer server = new ScriptedPeer(feed).isSilent();

    assertThat(reportOfOpening(server, StartTls.NEVER))
        .isEqualTo(new NoAnswer(Stage.GREETING, "timed out"));
    assertThat(server.readTimeouts().get(0))
        .isBetween(Duration.ofSeconds(290), Duration.ofSeconds(300));
  }

  @ParameterizedTest
  @EnumSource
  void aHangUpInsteadOfAnAnswerToEhlo(Feed feed) {
    ScriptedPeer server =
        new ScriptedPeer(feed).says("220 sink.test").expects("EHLO hub.corp.test");

    assertThat(reportOfOpening(server, StartTls.NEVER))
        .isEqualTo(new NoAnswer(Stage.EHLO, "the connection was closed by the peer"));
  }

  @ParameterizedTest
  @EnumSource
  void offeredTlsIsUsedAndEhloSaidAgain(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "STARTTLS")
            .expects("STARTTLS")
            .says("220 2.0.0 Ready")
            .shakesHands()
            .expects("EHLO hub.corp.test")
            .saysEhlo("PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 Ok");

    SmtpClientSession session = client(server).open(peer(StartTls.IF_OFFERED));

    session.send(fromAnnTo("bob@far.test"), content(TEXT));
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void repliesInjectedBeforeTheHandshakeAreNotHeardAfterIt(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "STARTTLS")
            .expects("STARTTLS")
            .says("220 2.0.0 Ready", "250-evil.test", "250 X-EVIL")
            .shakesHands()
            .expects("EHLO hub.corp.test")
            .saysEhlo("SIZE 10");

    SmtpClientSession session = client(server).open(peer(StartTls.REQUIRED));

    assertThat(session.send(fromAnnTo("bob@far.test"), content(TEXT)).get(0).report())
        .as("the SIZE that was offered under TLS counts")
        .isInstanceOf(Report.Unsuitable.class);
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aFailedHandshakeIsReportedAndTheConnectionGone(Feed feed) {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "STARTTLS")
            .expects("STARTTLS")
            .says("220 2.0.0 Ready")
            .failsHandshake();

    assertThat(reportOfOpening(server, StartTls.IF_OFFERED))
        .isEqualTo(new NoAnswer(Stage.STARTTLS, "no cipher suites in common"));
    assertThat(server.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void strippedTlsIsNoSessionWhereTlsIsRequired(Feed feed) {
    for (StartTls demand : new StartTls[] {StartTls.REQUIRED, StartTls.VERIFIED}) {
      ScriptedPeer server = ScriptedPeer.offering(feed, "PIPELINING").expects("QUIT");

      assertThat(reportOfOpening(server, demand))
          .isEqualTo(
              new NoAnswer(
                  Stage.STARTTLS, "TLS is required and the server doesn't offer STARTTLS"));
      server.assertFinished();
    }
  }

  @ParameterizedTest
  @EnumSource
  void startTlsRefusedGoesOnInPlainOnlyWherePlainIsAllowed(Feed feed) throws Exception {
    ScriptedPeer lenient =
        ScriptedPeer.offering(feed, "STARTTLS").expects("STARTTLS").says("454 4.7.0 Not now");
    assertThat(client(lenient).open(peer(StartTls.IF_OFFERED)).isReusable()).isTrue();

    ScriptedPeer strict =
        ScriptedPeer.offering(feed, "STARTTLS")
            .expects("STARTTLS")
            .says("454 4.7.0 Not now")
            .expects("QUIT");
    assertThat(reportOfOpening(strict, StartTls.REQUIRED))
        .isEqualTo(new Refused(Stage.STARTTLS, SmtpReply.of(454, "4.7.0", "Not now")));
  }

  @ParameterizedTest
  @EnumSource
  void tlsThatNobodyWantsIsNotUsed(Feed feed) throws Exception {
    ScriptedPeer server = ScriptedPeer.offering(feed, "STARTTLS");

    assertThat(client(server).open(peer(StartTls.NEVER)).isReusable()).isTrue();
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aHangUpBehindTheHandshakeIsOneOfTls(Feed feed) {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "STARTTLS")
            .expects("STARTTLS")
            .says("220 2.0.0 Ready")
            .shakesHands()
            .expects("EHLO hub.corp.test");

    assertThat(reportOfOpening(server, StartTls.REQUIRED))
        .isEqualTo(new NoAnswer(Stage.STARTTLS, "the connection was closed by the peer"));
  }

  @ParameterizedTest
  @EnumSource
  void quitWaitsForItsReply(Feed feed) throws Exception {
    ScriptedPeer server = ScriptedPeer.offering(feed).expects("QUIT").says("221 2.0.0 Bye");
    SmtpClientSession session = client(server).open(peer(StartTls.NEVER));

    session.quit();

    assertThat(session.isReusable()).isFalse();
    assertThat(server.isClosed()).isTrue();
    server.assertFinished();
  }

  private static Report reportOfOpening(SmtpConnector connector, StartTls startTls) {
    SessionNotOpenedException e =
        catchThrowableOfType(
            SessionNotOpenedException.class, () -> client(connector).open(peer(startTls)));
    assertThat(e).isNotNull();
    return e.report();
  }
}
