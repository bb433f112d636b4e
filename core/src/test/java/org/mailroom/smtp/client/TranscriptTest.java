package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.smtp.client.Mails.client;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.peer;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.mail.IpLiteral;
import org.mailroom.sasl.Credentials;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

/** A probe asks as the relay does, takes it back, and lets somebody listen. */
class TranscriptTest implements Transcript {

  private final List<String> heard = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void aProbeAsksStepByStepAndTakesItBack(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "PIPELINING", "SIZE")
            .expects("MAIL FROM:<ann@corp.test> SIZE=42")
            .says("250 2.1.0 Ok")
            .expects("RCPT TO:<bob@far.test>")
            .says("250 2.1.5 Ok")
            .expects("RSET")
            .says("250 Ok")
            .expects("QUIT")
            .says("221 Bye");

    SmtpClientSession session = client(server).open(peer(StartTls.IF_OFFERED), this);
    assertThat(session.probe(fromAnnTo("bob@far.test"), 42)).isEmpty();
    session.quit();

    assertThat(heard)
        .containsExactly(
            "connected",
            "220 sink.test ESMTP",
            "> EHLO hub.corp.test",
            "250 sink.test PIPELINING SIZE",
            "> MAIL FROM:<ann@corp.test> SIZE=42",
            "250 2.1.0 Ok",
            "> RCPT TO:<bob@far.test>",
            "250 2.1.5 Ok",
            "> RSET",
            "250 Ok",
            "> QUIT",
            "221 Bye");
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aNoEndsTheProbeInOrder(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed)
            .expects("MAIL FROM:<ann@corp.test>")
            .says("250 Ok")
            .expects("RCPT TO:<bob@far.test>")
            .says("550 5.1.1 Who?")
            .expects("RSET")
            .says("250 Ok");

    SmtpClientSession session = client(server).open(peer(StartTls.NEVER), this);
    assertThat(session.probe(fromAnnTo("bob@far.test"), 42))
        .contains(new Refused(Stage.RCPT, SmtpReply.of(550, "5.1.1", "Who?")));
    assertThat(session.isReusable()).isTrue();
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void aServerThatClosesIsNoAnswer(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed).expects("MAIL FROM:<ann@corp.test>").says("nonsense");

    SmtpClientSession session = client(server).open(peer(StartTls.NEVER), this);
    assertThat(session.probe(fromAnnTo("bob@far.test"), 42)).get().isInstanceOf(NoAnswer.class);
    assertThat(session.isReusable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSaidToLogInIsNotHeard(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "AUTH PLAIN")
            .expects("AUTH PLAIN AGFubgBzM2NyZXQ=")
            .says("235 2.7.0 Welcome AGFubgBzM2NyZXQ=");
    SmtpPeer here =
        new SmtpPeer(
            "sink.test",
            new InetSocketAddress(IpLiteral.parse("127.0.0.1"), 25),
            StartTls.NEVER,
            Optional.of(new Credentials("ann", "s3cret")));

    assertThat(client(server).open(here, this).isReusable()).isTrue();
    assertThat(heard).hasSize(4).noneMatch(line -> line.contains("AGFubg"));
  }

  @Override
  public void connected() {
    heard.add("connected");
  }

  @Override
  public void said(String command) {
    heard.add("> " + command);
  }

  @Override
  public void heard(SmtpReply reply) {
    heard.add(reply.toText());
  }

  @Override
  public void secured(SSLSession tls) {
    heard.add("secured");
  }
}
