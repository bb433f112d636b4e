package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.fromAnnTo;
import static org.mailroom.smtp.client.Mails.reports;
import static org.mailroom.smtp.client.Mails.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.mail.MessageContent;
import org.mailroom.smtp.SmtpReply;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

class MailDialogueTest {

  private static final SmtpReply QUEUED = SmtpReply.of(250, "2.0.0", "Ok: queued");
  private static final SmtpReply UNKNOWN = SmtpReply.of(550, "5.1.1", "No such person");

  @ParameterizedTest
  @EnumSource
  void pipelinedMailLeavesInTwoWrites(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
            .says("250 2.1.0 Ok", "250 2.1.5 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued");
    SmtpClientSession session = session(peer);

    List<RecipientReport> all = session.send(fromAnnTo("bob@far.test"), content(TEXT));

    assertThat(reports(all)).containsExactly(new Accepted(QUEUED, false));
    assertThat(session.isReusable()).isTrue();
    assertThat(peer.writes()).as("EHLO, envelope, content with its dot").hasSize(3);
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void withoutPipeliningEachCommandWaitsForItsReply(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed)
            .expects("MAIL FROM:<ann@corp.test>")
            .says("250 Ok")
            .expects("RCPT TO:<bob@far.test>")
            .says("550 5.1.1 No such person")
            .expects("RCPT TO:<eve@far.test>")
            .says("251 Will forward")
            .expects("DATA")
            .says("354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued");

    List<RecipientReport> all =
        session(peer).send(fromAnnTo("bob@far.test", "eve@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(new Refused(Stage.RCPT, UNKNOWN), new Accepted(QUEUED, false));
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void someRecipientsRefusedAndTheOthersServed(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects(
                "MAIL FROM:<ann@corp.test>",
                "RCPT TO:<a@far.test>",
                "RCPT TO:<b@far.test>",
                "RCPT TO:<c@far.test>",
                "DATA")
            .says("250 Ok", "550 5.1.1 No such person", "250 Ok", "452 4.2.2 Full", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued");

    List<RecipientReport> all =
        session(peer).send(fromAnnTo("a@far.test", "b@far.test", "c@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(
            new Refused(Stage.RCPT, UNKNOWN),
            new Accepted(QUEUED, false),
            new Refused(Stage.RCPT, SmtpReply.of(452, "4.2.2", "Full")));
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void goOnAlthoughEverybodyWasRefusedIsEndedWithADotAlone(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "550 5.1.1 No such person", "354 Go on")
            .expects(".")
            .says("554 5.5.1 No valid recipients")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<b@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued");
    SmtpClientSession session = session(peer);

    assertThat(reports(session.send(fromAnnTo("a@far.test"), content(TEXT))))
        .containsExactly(new Refused(Stage.RCPT, UNKNOWN));
    assertThat(reports(session.send(fromAnnTo("b@far.test"), content(TEXT))))
        .containsExactly(new Accepted(QUEUED, false));
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void mailRefusedIsTheAnswerForEverybody(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects(
                "MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "RCPT TO:<b@far.test>", "DATA")
            .says("451 4.7.1 Later", "503 No MAIL", "503 No MAIL", "503 No MAIL");
    SmtpClientSession session = session(peer);

    List<RecipientReport> all = session.send(fromAnnTo("a@far.test", "b@far.test"), content(TEXT));

    Refused refused = new Refused(Stage.MAIL, SmtpReply.of(451, "4.7.1", "Later"));
    assertThat(reports(all)).containsExactly(refused, refused);
    assertThat(session.isReusable()).isTrue();
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void dataRefusedLeavesATransactionThatRsetEndsBeforeTheNextMail(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "451 4.3.0 Not now")
            .expects("RSET", "MAIL FROM:<ann@corp.test>", "RCPT TO:<b@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<c@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued");
    SmtpClientSession session = session(peer);

    assertThat(reports(session.send(fromAnnTo("a@far.test"), content(TEXT))))
        .containsExactly(new Refused(Stage.DATA, SmtpReply.of(451, "4.3.0", "Not now")));
    assertThat(reports(session.send(fromAnnTo("b@far.test"), content(TEXT))))
        .containsExactly(new Accepted(QUEUED, false));
    assertThat(reports(session.send(fromAnnTo("c@far.test"), content(TEXT))))
        .containsExactly(new Accepted(QUEUED, false));
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void contentRefusedIsTheAnswerForThoseThatWereAccepted(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<>", "RCPT TO:<a@far.test>", "RCPT TO:<b@far.test>", "DATA")
            .says("250 Ok", "550 5.1.1 No such person", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("554-5.7.1 Spam,", "554 5.7.1 we think");

    List<RecipientReport> all =
        session(peer).send(Mails.envelope("", "a@far.test", "b@far.test"), content(TEXT));

    assertThat(reports(all)).first().isEqualTo(new Refused(Stage.RCPT, UNKNOWN));
    assertThat(((Refused) all.get(1).report()).stage()).isEqualTo(Stage.DOT);
    assertThat(((Refused) all.get(1).report()).reply().lines())
        .containsExactly("Spam,", "we think");
    peer.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void serviceClosingEndsTheSessionForAllThatAreOpen(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects(
                "MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "RCPT TO:<b@far.test>", "DATA")
            .says("250 Ok", "550 5.1.1 No such person", "421 4.3.2 Shutting down");
    SmtpClientSession session = session(peer);

    List<RecipientReport> all = session.send(fromAnnTo("a@far.test", "b@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(
            new Refused(Stage.RCPT, UNKNOWN),
            new Refused(Stage.RCPT, SmtpReply.of(421, "4.3.2", "Shutting down")));
    assertThat(session.isReusable()).isFalse();
    assertThat(peer.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionLostAfterTheDotLeavesNobodyKnowing(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n");

    List<RecipientReport> all = session(peer).send(fromAnnTo("a@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(new NoAnswer(Stage.DOT, "the connection was closed by the peer"));
  }

  @ParameterizedTest
  @EnumSource
  void aPeerThatHangsUpDuringTheContentIsHeardFirst(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .resets()
            .says("552 5.3.4 Too big");
    SmtpClientSession session = session(peer);

    List<RecipientReport> all = session.send(fromAnnTo("a@far.test"), content(TEXT));

    assertThat(reports(all))
        .containsExactly(new Refused(Stage.DOT, SmtpReply.of(552, "5.3.4", "Too big")));
    assertThat(session.isReusable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void silenceIsATimeoutOfItsStage(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok")
            .isSilent();

    List<RecipientReport> all = session(peer).send(fromAnnTo("a@far.test"), content(TEXT));

    assertThat(reports(all)).containsExactly(new NoAnswer(Stage.RCPT, "timed out"));
  }

  @ParameterizedTest
  @EnumSource
  void oneReplyTooManyIsNeverTakenForTheAnswerToTheContent(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 2.0.0 Ok: queued")
            .says("250 2.0.0 Ok: queued");
    SmtpClientSession session = session(peer);
    session.send(fromAnnTo("a@far.test"), content(TEXT));

    List<RecipientReport> all = session.send(fromAnnTo("b@far.test"), content(TEXT));

    assertThat(reports(all)).containsExactly(new NoAnswer(Stage.MAIL, "the peer spoke unasked"));
    assertThat(session.isReusable()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void repliesThatMakeNoSenseAreNoAnswer(Feed feed) throws Exception {
    for (String nonsense :
        List.of("hello", "1234 Ok", "150 Hm", "650 Hm", "25 Ok", "354 Go on", "", "250_Ok")) {
      ScriptedPeer peer =
          ScriptedPeer.offering(feed).expects("MAIL FROM:<ann@corp.test>").says(nonsense);
      SmtpClientSession session = session(peer);

      List<RecipientReport> all = session.send(fromAnnTo("a@far.test"), content(TEXT));

      assertThat(all.get(0).report()).as(nonsense).isInstanceOf(NoAnswer.class);
      assertThat(session.isReusable()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void yesToDataIsNonsense(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "250 Ok");

    List<RecipientReport> all = session(peer).send(fromAnnTo("a@far.test"), content(TEXT));

    assertThat(reports(all)).containsExactly(new NoAnswer(Stage.DATA, "DATA was answered 250"));
  }

  @ParameterizedTest
  @EnumSource
  void contentThatCannotBeReadLeavesNoEndOfMailOnTheWire(Feed feed) throws Exception {
    ScriptedPeer peer =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<a@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on");
    SmtpClientSession session = session(peer);

    assertThatThrownBy(() -> session.send(fromAnnTo("a@far.test"), new BreakingContent()))
        .isInstanceOf(IOException.class)
        .hasMessage("disk error");

    assertThat(session.isReusable()).isFalse();
    assertThat(peer.isClosed()).isTrue();
    peer.assertFinished();
  }

  /** Reads well the first time and breaks in the middle the second. */
  private static final class BreakingContent implements MessageContent {

    private boolean wasRead;

    @Override
    public long size() {
      return TEXT.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      if (wasRead) {
        out.write("Subject: ".getBytes(StandardCharsets.US_ASCII));
        throw new IOException("disk error");
      }
      wasRead = true;
      out.write(TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public InputStream open() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isInMemory() {
      return false;
    }

    @Override
    public void close() {}
  }
}
