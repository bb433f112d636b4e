package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.client;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.reports;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

/** LMTP (RFC 2033): LHLO, and a reply for each accepted recipient behind the dot. */
class LmtpDialogueTest {

  private static final SmtpReply SAVED = SmtpReply.of(250, "2.0.0", "Saved");
  private static final SmtpReply FULL = SmtpReply.of(452, "4.2.2", "Mailbox full");
  private static final SmtpReply UNKNOWN = SmtpReply.of(550, "5.1.1", "No such person");

  @ParameterizedTest
  @EnumSource
  void eachAcceptedRecipientHasAReplyOfItsOwn(Feed feed) throws Exception {
    ScriptedPeer store =
        store(feed, "PIPELINING")
            .expects(
                "MAIL FROM:<ann@corp.test>",
                "RCPT TO:<a@far.test>",
                "RCPT TO:<b@far.test>",
                "RCPT TO:<c@far.test>",
                "DATA")
            .says("250 Ok", "250 Ok", "550 5.1.1 No such person", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Saved", "452 4.2.2 Mailbox full");
    SmtpClientSession session = client(store).open(peer());

    List<RecipientReport> all =
        session.send(fromAnnTo("a@far.test", "b@far.test", "c@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(
            new Accepted(SAVED, false),
            new Refused(Stage.RCPT, UNKNOWN),
            new Refused(Stage.DOT, FULL));
    assertThat(session.isReusable()).isTrue();
    store.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void whoHasNoReplyBehindTheDotIsNotAnswered(Feed feed) throws Exception {
    ScriptedPeer store =
        store(feed)
            .expects("MAIL FROM:<ann@corp.test>")
            .says("250 Ok")
            .expects("RCPT TO:<a@far.test>")
            .says("250 Ok")
            .expects("RCPT TO:<b@far.test>")
            .says("250 Ok")
            .expects("DATA")
            .says("354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Saved");
    SmtpClientSession session = client(store).open(peer());

    List<Report> all = reports(session.send(fromAnnTo("a@far.test", "b@far.test"), content(TEXT)));

    assertThat(all.get(0)).isEqualTo(new Accepted(SAVED, false));
    assertThat(all.get(1)).isInstanceOf(NoAnswer.class);
    assertThat(session.isReusable()).isFalse();
  }

  @Test
  void aServerThatDoesNotKnowLhloIsNoStore() {
    ScriptedPeer server =
        new ScriptedPeer(Feed.WHOLE)
            .says("220 sink.test ESMTP")
            .expects("LHLO hub.corp.test")
            .says("502 What?")
            .expects("QUIT");
    assertThatThrownBy(() -> client(server).open(peer()))
        .isInstanceOf(SessionNotOpenedException.class);
  }

  @Test
  void contentIsNotSentWhenNobodyIsLeft() throws Exception {
    ScriptedPeer store =
        store(Feed.WHOLE, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "550 5.1.1 No such person", "354 Go on");
    SmtpClientSession session = client(store).open(peer());

    assertThat(reports(session.send(fromAnnTo("a@far.test"), content(TEXT))))
        .containsExactly(new Refused(Stage.RCPT, UNKNOWN));
    assertThat(session.isReusable()).isFalse();
  }

  private static ScriptedPeer store(Feed feed, String... extensions) {
    return new ScriptedPeer(feed)
        .says("220 sink.test LMTP")
        .expects("LHLO hub.corp.test")
        .saysEhlo(extensions);
  }

  private static SmtpPeer peer() {
    return new SmtpPeer(
        "sink.test",
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 24),
        StartTls.NEVER,
        Optional.empty(),
        true);
  }
}
