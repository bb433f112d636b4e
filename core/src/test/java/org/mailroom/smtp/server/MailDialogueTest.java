package org.mailroom.smtp.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.ForwardPath;
import org.mailroom.mail.ReversePath;
import org.mailroom.session.FedInPieces;
import org.mailroom.smtp.SmtpReply;

/** Mails from MAIL to the end of data. */
class MailDialogueTest {

  private final InMemoryReception hub = new InMemoryReception();

  @FedInPieces
  void aMailIsTakenWithATraceFieldInFront(int piece) {
    Dialogue.with(hub)
        .inPiecesOf(piece)
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test> SIZE=30
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@far.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: Subject: Hi
            C:
            C: Hello
            C: .
            S: 250 2.0.0 Ok: queued as *
            C: QUIT
            S: 221 2.0.0 Bye
            """);

    InMemoryReception.Taken mail = onlyMail();
    assertThat(mail.envelope())
        .isEqualTo(
            Envelope.of(
                ReversePath.parse("ann@corp.test"),
                List.of(EnvelopeRecipient.of(ForwardPath.parse("bob@far.test")))));
    assertThat(mail.contentOfClient()).isEqualTo("Subject: Hi\r\n\r\nHello\r\n");
    assertThat(mail.text())
        .startsWith(
            "Received: from client.test ([127.0.0.1])\r\n"
                + "\tby hub.test with ESMTP\r\n"
                + ("\tid " + mail.id() + "\r\n")
                + "\tfor <bob@far.test>;\r\n"
                + "\tSun, 23 Nov 2025 05:21:05 +0800\r\n");
  }

  @FedInPieces
  void severalMailsComeOverOneConnection(int piece) {
    String mail =
        """
        C: MAIL FROM:<>
        C: RCPT TO:<bob@hub.test>
        C: DATA
        S: 250 2.1.0 Ok
        S: 250 2.1.5 Ok
        S: 354 End data with <CR><LF>.<CR><LF>
        C: one
        C: .
        S: 250 2.0.0 Ok: queued as *
        """;
    Dialogue.with(hub).inPiecesOf(piece).playGreeted(mail.repeat(3));
    assertThat(hub.taken()).hasSize(3);
    assertThat(hub.taken().stream().map(InMemoryReception.Taken::id)).doesNotHaveDuplicates();
  }

  @Test
  void theNextMailMayBePipelinedBehindTheLastDot() {
    Dialogue.with(hub)
        .playContent(
            """
            C: one
            C: .
            C: MAIL FROM:<ann@corp.test>
            C: RCPT TO:<bob@hub.test>
            C: DATA
            S: 250 2.0.0 Ok: queued as *
            S: 250 2.1.0 Ok
            S: 250 2.1.5 Ok
            S: 354 End data with <CR><LF>.<CR><LF>
            C: two
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(hub.taken()).hasSize(2);
  }

  @Test
  void allParametersAreKept() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: mail from: <ann@corp.test> size=10 Body=8bitmime SMTPUTF8 RET=hdrs ENVID=a+2Bb
            S: 250 2.1.0 Ok
            C: rcpt to:<\u674e\u56db@\u4f8b\u5b50.test> NOTIFY=success,DELAY ORCPT=rfc822;li+40x.test
            S: 250 2.1.5 Ok
            C: RCPT TO:<postmaster> NOTIFY=NEVER
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    InMemoryReception.Taken mail = onlyMail();
    assertThat(mail.envelope())
        .isEqualTo(
            new Envelope(
                ReversePath.parse("ann@corp.test"),
                List.of(
                    new EnvelopeRecipient(
                        ForwardPath.parse("\u674e\u56db@\u4f8b\u5b50.test"),
                        Optional.of(Notify.parse("SUCCESS,DELAY")),
                        Optional.of(new OriginalRecipient("rfc822", "li@x.test"))),
                    new EnvelopeRecipient(
                        ForwardPath.parse("postmaster@hub.test"),
                        Optional.of(Notify.NEVER),
                        Optional.empty())),
                BodyType.EIGHT_BIT_MIME,
                true,
                Optional.of(Ret.HDRS),
                Optional.of("a+b")));
    assertThat(mail.protocol()).isEqualTo("UTF8SMTP");
    assertThat(mail.text()).contains(" with UTF8SMTP\r\n").doesNotContain("\tfor ");
    assertThat(mail.contentOfClient()).isEmpty();
  }

  @Test
  void aTraceFieldOfAnOldClientSaysSo() {
    Dialogue.with(hub)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: HELO [\u4f8b(x)
            S: 250 hub.test
            C: MAIL FROM:<>
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@hub.test>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 End data with <CR><LF>.<CR><LF>
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(onlyMail().text()).startsWith("Received: from [??x? ([127.0.0.1])\r\n");
    assertThat(onlyMail().protocol()).isEqualTo("SMTP");
  }

  @Test
  void anAddressBeyondAsciiNeedsSmtpUtf8() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<\u5f20\u4e09@corp.test>
            S: 553 5.6.7 An address beyond ASCII needs SMTPUTF8
            C: MAIL FROM:<ann@\u4f8b\u5b50.test>
            S: 553 5.6.7 An address beyond ASCII needs SMTPUTF8
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<\u674e\u56db@hub.test>
            S: 553 5.6.7 An address beyond ASCII needs SMTPUTF8
            """);
  }

  @Test
  void postmasterOfAnInternationalizedDomainIsReachedByAnyClient() {
    hub.postmasterIs(ForwardPath.parse("postmaster@\u4f8b\u5b50.test"));
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<Postmaster>
            S: 250 2.1.5 Ok
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(onlyMail().text()).contains("\tfor <postmaster@xn--fsqu00a.test>;");
  }

  @Test
  void anOldClientHasNoParameters() {
    Dialogue.with(hub)
        .play(
            """
            S: 220 hub.test ESMTP Mailroom
            C: HELO client.test
            S: 250 hub.test
            C: MAIL FROM:<ann@corp.test> SIZE=10
            S: 555 5.5.4 Parameter not recognized or not implemented
            C: MAIL FROM:<ann@corp.test>
            S: 250 2.1.0 Ok
            C: RCPT TO:<bob@hub.test> NOTIFY=NEVER
            S: 555 5.5.4 Parameter not recognized or not implemented
            """);
  }

  @Test
  void aMailThatMayNotBeginIsRefusedAndWhatWasPipelinedBehindItIsNoError() {
    hub.answerMail(() -> Optional.of(SmtpReply.of(452, "4.3.1", "Insufficient system storage")));
    Dialogue dialogue =
        Dialogue.with(hub)
            .playGreeted(
                "C: MAIL FROM:<ann@corp.test>\n"
                    + "C: RCPT TO:<bob@hub.test>\n".repeat(50)
                    + "C: DATA\n"
                    + "S: 452 4.3.1 Insufficient system storage\n"
                    + "S: 503 5.5.1 Send MAIL first\n".repeat(51));
    assertThat(dialogue.pauses()).isEmpty();
  }

  @Test
  void aRefusedRecipientLeavesTheOthers() {
    Dialogue.with(hub)
        .fromStranger()
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test>
            C: RCPT TO:<bob@far.test>
            C: RCPT TO:<nobody@hub.test>
            C: RCPT TO:<bob@hub.test>
            C: DATA
            S: 250 2.1.0 Ok
            S: 550 5.7.1 Relaying denied
            S: 550 5.1.1 No such user
            S: 250 2.1.5 Ok
            S: 354 End data with <CR><LF>.<CR><LF>
            C: .
            S: 250 2.0.0 Ok: queued as *
            """);
    assertThat(onlyMail().envelope().recipients())
        .containsExactly(EnvelopeRecipient.of(ForwardPath.parse("bob@hub.test")));
  }

  @Test
  void contentSentBeforeTheServerAskedForItIsNeverExecuted() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test>
            C: RCPT TO:<bob@hub.test>
            C: DATA
            C: Subject: Hi
            C: .
            C: MAIL FROM:<eve@corp.test>
            S: 250 2.1.0 Ok
            S: 250 2.1.5 Ok
            S: 554 5.5.0 Wait for the reply, closing
            """);
    assertThat(hub.taken()).isEmpty();
  }

  @Test
  void contentBehindADataThatWasRefusedIsAnsweredButNotTaken() {
    Dialogue.with(hub)
        .playGreeted(
            """
            C: MAIL FROM:<ann@corp.test>
            C: DATA
            C: Subject: Hi
            C: .
            S: 250 2.1.0 Ok
            S: 554 5.5.1 No valid recipients
            S: 500 5.5.1 Command not recognized
            S: 500 5.5.1 Command not recognized
            """);
    assertThat(hub.taken()).isEmpty();
  }

  private InMemoryReception.Taken onlyMail() {
    assertThat(hub.taken()).hasSize(1);
    return hub.taken().getFirst();
  }
}
