package org.mailroom.smtp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.smtp.client.Mails.TEXT;
import static org.mailroom.smtp.client.Mails.content;
import static org.mailroom.smtp.client.Mails.reports;
import static org.mailroom.smtp.client.Mails.session;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;
import org.mailroom.smtp.client.Report.Accepted;
import org.mailroom.smtp.client.Report.NoAnswer;
import org.mailroom.smtp.client.Report.Refused;

/** NOTIFY=NEVER and servers that have never heard of it (RFC 3461, 5.2.2 d). */
class SilentRecipientsTest {

  private static final EnvelopeRecipient BOB = who("bob@far.test", "FAILURE");
  private static final EnvelopeRecipient EVE = who("eve@far.test", "NEVER");
  private static final EnvelopeRecipient KIM = who("kim@far.test", "DELAY");

  @Test
  void aServerThatKnowsDsnIsToldInOneTransaction() throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "PIPELINING", "DSN")
            .expects(
                "MAIL FROM:<ann@corp.test>",
                "RCPT TO:<bob@far.test> NOTIFY=FAILURE",
                "RCPT TO:<eve@far.test> NOTIFY=NEVER",
                "DATA")
            .says("250 Ok", "250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 Ok");

    session(server).send(fromAnn(BOB, EVE), content(TEXT));
    server.assertFinished();
  }

  @ParameterizedTest
  @EnumSource
  void anyOtherGetsThemFromNobodyInATransactionOfTheirOwn(Feed feed) throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(feed, "PIPELINING")
            .expects(
                "MAIL FROM:<ann@corp.test>",
                "RCPT TO:<bob@far.test>",
                "RCPT TO:<kim@far.test>",
                "DATA")
            .says("250 Ok", "550 5.1.1 Who?", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 first")
            .expects("MAIL FROM:<>", "RCPT TO:<eve@far.test>", "RCPT TO:<eve@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 second");

    List<RecipientReport> all = session(server).send(fromAnn(EVE, BOB, EVE, KIM), content(TEXT));

    assertThat(all).extracting(RecipientReport::recipient).containsExactly(EVE, BOB, EVE, KIM);
    assertThat(reports(all))
        .extracting(report -> ((Report.Answered) report).reply().lines().get(0))
        .containsExactly("second", "Who?", "second", "first");
    server.assertFinished();
  }

  @Test
  void aMailForThemAloneIsOneTransaction() throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "PIPELINING")
            .expects("MAIL FROM:<>", "RCPT TO:<eve@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 Ok");

    assertThat(reports(session(server).send(fromAnn(EVE), content(TEXT))))
        .hasOnlyElementsOfType(Accepted.class);
    server.assertFinished();
  }

  @Test
  void whenTheConnectionEndsInBetweenTheOthersHaveTheMailAllTheSame() throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
            .says("250 Ok", "250 Ok", "354 Go on")
            .expectsRaw(TEXT + ".\r\n")
            .says("250 Ok")
            .expects("MAIL FROM:<>", "RCPT TO:<eve@far.test>", "DATA");
    SmtpClientPool pool = new SmtpClientPool(Mails.client(server), System::nanoTime);

    List<RecipientReport> all =
        pool.send(Mails.peer(StartTls.NEVER), fromAnn(BOB, EVE), content(TEXT));

    assertThat(all.get(0).report()).isInstanceOf(Accepted.class);
    assertThat(((NoAnswer) all.get(1).report()).stage()).isEqualTo(Stage.MAIL);
    server.assertFinished();
  }

  @Test
  void whenTheFirstTransactionLosesTheConnectionNobodyIsSkippedInSilence() throws Exception {
    ScriptedPeer server =
        ScriptedPeer.offering(Feed.WHOLE, "PIPELINING")
            .expects("MAIL FROM:<ann@corp.test>", "RCPT TO:<bob@far.test>", "DATA")
            .says("250 Ok", "421 4.3.2 Closing");

    List<RecipientReport> all = session(server).send(fromAnn(BOB, EVE), content(TEXT));

    assertThat(((Refused) all.get(0).report()).reply().code()).isEqualTo(421);
    assertThat(((NoAnswer) all.get(1).report()).stage()).isEqualTo(Stage.MAIL);
  }

  private static Envelope fromAnn(EnvelopeRecipient... recipients) {
    return Envelope.of(ReversePath.parse("ann@corp.test"), List.of(recipients));
  }

  private static EnvelopeRecipient who(String address, String notify) {
    return new EnvelopeRecipient(
        ForwardPath.parse(address), Optional.of(Notify.parse(notify)), Optional.empty());
  }
}
