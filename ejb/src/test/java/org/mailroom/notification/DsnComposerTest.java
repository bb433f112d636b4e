package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.notification.Dialogue.delayed;
import static org.mailroom.notification.Dialogue.failed;
import static org.mailroom.notification.Dialogue.parse;
import static org.mailroom.notification.Dialogue.reached;
import static org.mailroom.notification.Dialogue.reply;
import static org.mailroom.notification.Dialogue.to;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.PartId;
import org.mailroom.queue.QueuedMail;

class DsnComposerTest {

  private static final int IN_MEMORY = 1024;

  private Spool spool;

  @BeforeEach
  void openTheSpool(@TempDir Path folder) {
    spool = new Spool(folder, IN_MEMORY);
  }

  // Who is told

  @Test
  void theNullReversePathIsNeverAnswered() {
    assertThat(mail().from("").dsn(delayed(to("bob@example.test")))).isEmpty();
    assertThat(mail().from("").dsn(reached(to("bob@example.test"), DsnAction.RELAYED))).isEmpty();
  }

  @Test
  void whenMailWithoutASenderFailsThePostmasterIsTold() throws Exception {
    QueuedMail report = mail().from("").dsn(failed(to("bob@example.test"))).orElseThrow();

    assertThat(report.envelope().reversePath()).isEqualTo(ReversePath.NULL);
    assertThat(report.envelope().recipients()).containsExactly(to("postmaster@corp.test"));
    assertThat(report.group()).isEqualTo("group of corp.test");
    MimeMessage message = parse(report);
    assertThat(message.getRecipients(Message.RecipientType.TO)[0])
        .hasToString("postmaster@corp.test");
    assertThat(message.getSubject()).isEqualTo("Undelivered mail without a sender / 无发件人的邮件未能送达");
    assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(message.getHeader("X-Mailroom-Report", null)).isEqualTo("hub.corp.test");
    assertThat(humanText(report))
        .containsSubsequence(
            "A mail without a sender",
            "The mail: Quarterly report",
            "Queue id, as in the mail log: 01HZY8Q2K3M4N",
            "Taken in from: 192.0.2.1",
            "bob@example.test",
            "There is no such address at example.test.",
            "550 5.1.1 No such user",
            "一封没有发件人的邮件",
            "example.test 没有这个邮箱地址。")
        .contains("邮件主题：Quarterly report\r\n")
        .doesNotContain("What you can do", "您可以这样做", "postmaster@");
    assertThat(lines(status(report).getRecipientDSN(0)))
        .contains("Final-Recipient: rfc822;bob@example.test", "Action: failed");
    assertThat(part(report, 2).getContentType()).isEqualTo("text/rfc822-headers");
    assertThat(rawPart(report, 2)).contains("Subject: Quarterly report").doesNotContain("Hello");
  }

  @Test
  void aReportIsNeverAboutMailToThePostmasterNorAboutAReport() throws Exception {
    for (String postmaster : List.of("postmaster@corp.test", "PostMaster@CORP.test")) {
      assertThat(mail().from("").dsn(failed(to(postmaster)))).isEmpty();
    }
    QueuedMail report = mail().from("").dsn(failed(to("bob@example.test"))).orElseThrow();
    Dialogue forwarded = mail().from("").content(Dialogue.text(report));
    assertThat(forwarded.dsn(failed(to("secretary@elsewhere.test")))).isEmpty();
  }

  @Test
  void whoeverWantedNoReportGetsNone() {
    assertThat(mail().from("").dsn(failed(to("bob@example.test", Notify.NEVER)))).isEmpty();
  }

  @Test
  void theHeaderOfAReportNeedsNoSmtpUtf8() throws Exception {
    QueuedMail report =
        mail()
            .from("")
            .smtpUtf8()
            .content("Subject: 季度报告\r\n\r\n你好。\r\n")
            .dsn(failed(to("用户@example.test")))
            .orElseThrow();
    assertThat(report.envelope().smtpUtf8()).isFalse();
    assertThat(lines(status(report).getRecipientDSN(0)))
        .contains("Final-Recipient: utf-8;\\x{7528}\\x{6237}@example.test");
  }

  @Test
  void aRepeatedAttemptMakesTheSameDsnForTheBroker() {
    Dialogue mail = mail();
    QueuedMail first = mail.dsn(failed(to("bob@example.test"))).orElseThrow();
    QueuedMail second = mail.dsn(failed(to("bob@example.test"))).orElseThrow();

    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first.about()).hasValue(Dialogue.ORIGINAL_ID + "/1/0");
    assertThat(first.duplicateId()).isEqualTo(second.duplicateId());
    QueuedMail report = mail().from("").dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(report.about()).hasValue(Dialogue.ORIGINAL_ID + "/1/0");
  }

  @Test
  void withoutNotifyFailureAndDelayAreTold() {
    assertThat(mail().dsn(failed(to("bob@example.test")))).isPresent();
    assertThat(mail().dsn(delayed(to("bob@example.test")))).isPresent();
    assertThat(mail().dsn(reached(to("bob@example.test"), DsnAction.DELIVERED))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "NEVER, FAILED, false",
    "NEVER, DELAYED, false",
    "NEVER, DELIVERED, false",
    "FAILURE, FAILED, true",
    "FAILURE, DELAYED, false",
    "DELAY, FAILED, false",
    "DELAY, DELAYED, true",
    "SUCCESS, DELIVERED, true",
    "SUCCESS, RELAYED, true",
    "SUCCESS, FAILED, false",
  })
  void notifyDecides(String notify, DsnAction action, boolean told) {
    DsnSubject subject = subject("bob@example.test", Notify.parse(notify), action);
    assertThat(mail().dsn(subject).isPresent()).isEqualTo(told);
  }

  @Test
  void onlyTheRecipientsWhoseSenderWantsToKnowAreListed() throws Exception {
    QueuedMail dsn =
        mail()
            .dsn(failed(to("bob@example.test", Notify.NEVER)), failed(to("eve@example.test")))
            .orElseThrow();
    assertThat(status(dsn).getRecipientDSNCount()).isEqualTo(1);
    assertThat(Dialogue.text(dsn)).doesNotContain("bob@example.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-generated",
        "Auto-Submitted: auto-replied; owner-email=x@corp.test",
        "auto-submitted: AUTO-NOTIFIED",
        "Precedence: list",
        "Precedence: junk",
        "List-Unsubscribe: <mailto:leave@corp.test>",
        "Precedence: bulk",
        "List-Id: <all.corp.test>",
      })
  void programsAndListsAreNotToldOfADelay(String field) {
    Dialogue mail = mail().content(field + "\r\n\r\nHello.\r\n");
    assertThat(mail.dsn(delayed(to("bob@example.test")))).isEmpty();
    assertThat(mail.dsn(failed(to("bob@example.test")))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Auto-Submitted: no", "Auto-Submitted: No (by hand)", "Precedence: high"})
  void peopleAreToldOfADelay(String field) {
    assertThat(mail().content(field + "\r\n\r\nHello.\r\n").dsn(delayed(to("bob@example.test"))))
        .isPresent();
  }

  // The mail that tells it

  @Test
  void theEnvelopeHasTheNullReversePathAndTheSender() {
    QueuedMail dsn = mail().dsn(failed(to("bob@example.test"))).orElseThrow();
    Envelope envelope = dsn.envelope();
    assertThat(envelope.reversePath()).isEqualTo(ReversePath.NULL);
    assertThat(envelope.recipients()).containsExactly(to("ann@corp.test"));
    assertThat(envelope.body()).isEqualTo(BodyType.SEVEN_BIT);
    assertThat(envelope.smtpUtf8()).isFalse();
    assertThat(dsn.id()).isNotEqualTo(Dialogue.ORIGINAL_ID);
    assertThat(dsn.part()).isEqualTo(PartId.of(1));
    assertThat(dsn.group()).isEqualTo("group of corp.test");
    assertThat(dsn.firstQueued()).isEqualTo(Dialogue.NOW);
    assertThat(dsn.expiry()).isEqualTo(Dialogue.NOW.plus(Duration.ofDays(5)));
  }

  @Test
  void theHeaderSaysWhoWritesAndThatItIsAProgram() throws Exception {
    QueuedMail dsn = mail().dsn(failed(to("bob@example.test"))).orElseThrow();
    MimeMessage message = parse(dsn);
    assertThat(message.getFrom()[0])
        .hasToString("Mail Delivery System <mailer-daemon@hub.corp.test>");
    assertThat(message.getRecipients(Message.RecipientType.TO)[0]).hasToString("ann@corp.test");
    assertThat(message.getSubject()).isEqualTo("Undelivered mail / 邮件未能送达");
    assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
    assertThat(message.getHeader("In-Reply-To", null)).isEqualTo("<one@corp.test>");
    assertThat(message.getHeader("References", null)).isEqualTo("<one@corp.test>");
    assertThat(message.getMessageID()).isEqualTo("<" + dsn.id() + "@hub.corp.test>");
    assertThat(message.getHeader("Date", null)).isEqualTo("Tue, 3 Nov 2026 03:00:00 +0000");
    assertThat(message.getHeader("MIME-Version", null)).isEqualTo("1.0");
    ContentType type = new ContentType(message.getContentType());
    assertThat(type.getBaseType()).isEqualTo("multipart/report");
    assertThat(type.getParameter("report-type")).isEqualTo("delivery-status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a b@c>", "no id", "<ä@corp.test>", "<x@y>\r\n injected"})
  void aMessageIdThatIsNoneIsNotRepeated(String id) throws Exception {
    QueuedMail dsn =
        mail()
            .content("Message-ID: " + id + "\r\n\r\nHello.\r\n")
            .dsn(failed(to("bob@example.test")))
            .orElseThrow();
    assertThat(parse(dsn).getHeader("In-Reply-To")).isNull();
  }

  // The part for programs

  @Test
  void aFailureHasAllFieldsOfRfc3464() throws Exception {
    OriginalRecipient original = OriginalRecipient.parse("rfc822;Bob+2BX@old.test");
    QueuedMail dsn =
        mail().envelopeId("QQ314159").dsn(failed(to("bob@example.test", original))).orElseThrow();
    DeliveryStatus status = status(dsn);
    assertThat(lines(status.getMessageDSN()))
        .containsExactly(
            "Original-Envelope-Id: QQ314159",
            "Reporting-MTA: dns; hub.corp.test",
            "Arrival-Date: Tue, 3 Nov 2026 02:42:07 +0000");
    assertThat(lines(status.getRecipientDSN(0)))
        .containsExactly(
            "Original-Recipient: rfc822;Bob+X@old.test",
            "Final-Recipient: rfc822;bob@example.test",
            "Action: failed",
            "Status: 5.1.1",
            "Remote-MTA: dns; mx.example.test",
            "Diagnostic-Code: smtp; 550 5.1.1 No such user",
            "Last-Attempt-Date: Tue, 3 Nov 2026 03:00:00 +0000");
  }

  @Test
  void aDelaySaysUntilWhenWeTry() throws Exception {
    QueuedMail dsn = mail().dsn(delayed(to("bob@example.test"))).orElseThrow();
    assertThat(lines(status(dsn).getRecipientDSN(0)))
        .contains(
            "Action: delayed", "Status: 4.2.2", "Will-Retry-Until: Sun, 8 Nov 2026 02:42:07 +0000");
  }

  @ParameterizedTest
  @CsvSource({"DELIVERED, delivered", "RELAYED, relayed"})
  void successSaysWhatBecameOfIt(DsnAction action, String word) throws Exception {
    DsnSubject subject = subject("bob@example.test", Notify.parse("SUCCESS"), action);
    QueuedMail dsn = mail().dsn(subject).orElseThrow();
    assertThat(lines(status(dsn).getRecipientDSN(0))).contains("Action: " + word, "Status: 2.0.0");
    assertThat(parse(dsn).getSubject()).isEqualTo("Mail delivered / 邮件已送达");
    assertThat(part(dsn, 2).getContentType()).isEqualTo("text/rfc822-headers");
  }

  @Test
  void aReasonOfOurOwnIsNotSaidToBeAnSmtpReply() throws Exception {
    Diagnosis diagnosis =
        Diagnosis.ofHub("routing", EnhancedStatusCode.of("5.1.2"), "No such domain");
    QueuedMail dsn = mail().dsn(failed(to("bob@example.test"), diagnosis)).orElseThrow();
    List<String> fields = lines(status(dsn).getRecipientDSN(0));
    assertThat(fields).contains("Diagnostic-Code: x-mailroom; No such domain");
    assertThat(fields).noneMatch(line -> line.startsWith("Remote-MTA"));
  }

  @Test
  void anInternationalDomainIsNamedInALabels() throws Exception {
    QueuedMail dsn = mail().dsn(failed(to("bob@例子.test"))).orElseThrow();
    assertThat(lines(status(dsn).getRecipientDSN(0)))
        .contains("Final-Recipient: rfc822;bob@xn--fsqu00a.test");
    assertThat(humanText(dsn)).contains("bob@例子.test");
  }

  @Test
  void manyRecipientsHaveABlockEach() throws Exception {
    QueuedMail dsn =
        mail().dsn(failed(to("bob@example.test")), delayed(to("eve@example.test"))).orElseThrow();
    DeliveryStatus status = status(dsn);
    assertThat(status.getRecipientDSNCount()).isEqualTo(2);
    assertThat(lines(status.getRecipientDSN(1))).contains("Action: delayed");
  }

  // UTF-8 (RFC 6533)

  @Test
  void anSmtpUtf8MailIsReportedInUtf8() throws Exception {
    String content = "Message-ID: <one@corp.test>\r\nSubject: 季度报告\r\n\r\n你好。\r\n";
    QueuedMail dsn =
        mail()
            .from("安@corp.test")
            .smtpUtf8()
            .content(content)
            .dsn(
                failed(
                    to("用户@example.test", OriginalRecipient.parse("utf-8;用户@example.test")),
                    reply("rcpt", "5.1.1", "550 5.1.1 没有此用户")))
            .orElseThrow();
    assertThat(dsn.envelope().smtpUtf8()).isTrue();
    assertThat(dsn.envelope().body()).isEqualTo(BodyType.EIGHT_BIT_MIME);
    assertThat(parse(dsn).getHeader("To", null)).isEqualTo("<安@corp.test>");
    assertThat(part(dsn, 1).getContentType()).isEqualTo("message/global-delivery-status");
    assertThat(rawPart(dsn, 1))
        .contains(
            "Original-Recipient: utf-8;用户@example.test\r\n",
            "Final-Recipient: utf-8;用户@example.test\r\n",
            "Diagnostic-Code: smtp; 550 5.1.1 没有此用户\r\n");
    assertThat(part(dsn, 2).getContentType()).isEqualTo("message/global");
    assertThat(rawPart(dsn, 2)).isEqualTo(content);
  }

  @Test
  void aLargeSmtpUtf8MailReturnsItsHeaderInUtf8() throws Exception {
    String header = "Subject: 季度报告\r\n";
    QueuedMail dsn =
        mail()
            .smtpUtf8()
            .content(header + "\r\n" + "x".repeat(60_000) + "\r\n")
            .dsn(failed(to("bob@example.test")))
            .orElseThrow();
    assertThat(part(dsn, 2).getContentType()).isEqualTo("message/global-headers");
    assertThat(rawPart(dsn, 2)).isEqualTo(header);
  }

  @Test
  void smtpUtf8IsNotAskedForWhenNothingNeedsIt() throws Exception {
    QueuedMail dsn = mail().smtpUtf8().dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(dsn.envelope().smtpUtf8()).isFalse();
    assertThat(part(dsn, 1).getContentType()).isEqualTo("message/delivery-status");
  }

  @Test
  void withoutSmtpUtf8ForeignCharactersAreSpelledOut() throws Exception {
    QueuedMail dsn =
        mail()
            .dsn(
                failed(
                    to("bob@example.test", new OriginalRecipient("utf-8", "用+户@example.test")),
                    reply("rcpt", "5.1.1", "550 5.1.1 没有")))
            .orElseThrow();
    assertThat(rawPart(dsn, 1))
        .contains(
            "Original-Recipient: utf-8;\\x{7528}\\x{2B}\\x{6237}@example.test\r\n",
            "Diagnostic-Code: smtp; 550 5.1.1 \\x{6CA1}\\x{6709}\r\n");
  }

  // What is returned

  @Test
  void aSmallMailIsReturnedUnchanged() throws Exception {
    QueuedMail dsn = mail().content(ODD_MAIL).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(part(dsn, 2).getContentType()).isEqualTo("message/rfc822");
    assertThat(rawPart(dsn, 2)).isEqualTo(ODD_MAIL);
  }

  @Test
  void eightBitOctetsStayAndAreAnnounced() throws Exception {
    byte[] content = "Subject: x\r\n\r\n\u00E4\u00FF\r\n".getBytes(StandardCharsets.ISO_8859_1);
    QueuedMail dsn = mail().content(content).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(dsn.envelope().body()).isEqualTo(BodyType.EIGHT_BIT_MIME);
    assertThat(parse(dsn).getHeader("Content-Transfer-Encoding", null)).isEqualTo("8bit");
    assertThat(part(dsn, 2).getHeader("Content-Transfer-Encoding")).containsExactly("8bit");
    try (InputStream in = part(dsn, 2).getInputStream()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
  }

  @Test
  void retHdrsReturnsTheHeader() throws Exception {
    QueuedMail dsn = mail().ret(Ret.HDRS).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(part(dsn, 2).getContentType()).isEqualTo("text/rfc822-headers");
    assertThat(rawPart(dsn, 2))
        .isEqualTo(
            "Message-ID: <one@corp.test>\r\nSubject: Quarterly report\r\nFrom: ann@corp.test\r\n");
    assertThat(Dialogue.text(dsn)).doesNotContain("Hello.");
  }

  @ParameterizedTest
  @CsvSource({"50000, message/rfc822", "50001, text/rfc822-headers"})
  void onlyUpToFiftyThousandOctetsAreReturnedWhole(int size, String type) throws Exception {
    String header = "Subject: large\r\n\r\n";
    QueuedMail dsn =
        mail()
            .content(header + "x".repeat(size - header.length()))
            .dsn(failed(to("bob@example.test")))
            .orElseThrow();
    assertThat(part(dsn, 2).getContentType()).isEqualTo(type);
  }

  @Test
  void aDelayReturnsTheHeaderOnly() throws Exception {
    QueuedMail dsn = mail().dsn(delayed(to("bob@example.test"))).orElseThrow();
    assertThat(part(dsn, 2).getContentType()).isEqualTo("text/rfc822-headers");
    assertThat(parse(dsn).getSubject()).isEqualTo("Mail not delivered yet / 邮件暂未送达");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\nbody", "no header at all", "Subject: x", "\r\n\r\n\r\n"})
  void aMailWithoutAHeaderIsReportedAsWell(String content) throws Exception {
    QueuedMail dsn = mail().content(content).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(rawPart(dsn, 2)).isEqualTo(content);
  }

  @Test
  void aHugeHeaderIsCutAtALine() throws Exception {
    String content = "X: 0123456789\r\n".repeat(8000) + "\r\nbody\r\n";
    QueuedMail dsn = mail().content(content).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(rawPart(dsn, 2)).endsWith("9\r\n").hasSizeBetween(49_900, 50_000);
  }

  // The part for people

  @Test
  void peopleReadWhatHappenedInBothLanguages() throws Exception {
    QueuedMail dsn = mail().dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(humanText(dsn))
        .containsSubsequence(
            "Your mail could not be delivered",
            "Quarterly report",
            "3 November 2026, 10:42 (+08:00)",
            "bob@example.test",
            "Not delivered.",
            "There is no such address at example.test.",
            "Look for typing errors",
            "The server mx.example.test answered: 550 5.1.1 No such user",
            "您的邮件未能送达",
            "2026年11月3日 10:42（+08:00）",
            "bob@example.test",
            "example.test 没有这个邮箱地址。",
            "请检查地址是否有拼写错误");
  }

  @Test
  void afterDaysOfTryingPeopleReadSinceWhen() throws Exception {
    QueuedMail dsn =
        mail()
            .dsn(
                failed(to("bob@example.test"), reply("rcpt", "4.2.2", "452 4.2.2 Mailbox is full")))
            .orElseThrow();
    assertThat(humanText(dsn))
        .contains("since 3 November 2026, 10:42 (+08:00), and have given up now")
        .contains("自 2026年11月3日 10:42（+08:00）起，系统多次尝试投递均未成功，现已放弃。");
  }

  @Test
  void aDelayTellsPeopleThatWeKeepTrying() throws Exception {
    QueuedMail dsn = mail().dsn(delayed(to("bob@example.test"))).orElseThrow();
    assertThat(humanText(dsn))
        .contains("We keep trying until 8 November 2026, 10:42 (+08:00)")
        .contains("系统会继续尝试，直到 2026年11月8日 10:42（+08:00）");
  }

  // Text of strangers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 a\u2028Action: delivered",
        "550 \u2029Final-Recipient: rfc822;eve@corp.test",
        "550 \u202Etxet",
        "550 =?utf-8?Q?=0D=0AAction:_delivered?=",
        "550 \u560D\u560AAction: delivered",
      })
  void aHostileReplyStaysInItsField(String text) throws Exception {
    QueuedMail dsn =
        mail().dsn(failed(to("bob@example.test"), reply("rcpt", "5.7.1", text))).orElseThrow();
    DeliveryStatus status = status(dsn);
    assertThat(status.getRecipientDSNCount()).isEqualTo(1);
    assertThat(status.getRecipientDSN(0).getHeader("Action")).containsExactly("failed");
    assertThat(status.getRecipientDSN(0).getHeader("Final-Recipient"))
        .containsExactly("rfc822;bob@example.test");
    assertThat(rawPart(dsn, 1)).doesNotContain("=?").matches("\\p{ASCII}*");
    assertThat(humanText(dsn)).doesNotContain("\u2028", "\u2029", "\u202E");
  }

  @Test
  void aHostileSubjectStaysOnItsLine() throws Exception {
    QueuedMail dsn =
        mail()
            .content("Subject: =?utf-8?Q?a=0D=0A=1B[31mBcc:_eve=E2=80=A8x?=\r\n\r\n.\r\n")
            .dsn(failed(to("bob@example.test")))
            .orElseThrow();
    assertThat(humanText(dsn)).contains("Your mail: a\uFFFD\uFFFD\uFFFD[31mBcc: eve\uFFFDx\r\n");
  }

  @Test
  void noLineOfTheReportIsTooLong() throws Exception {
    QueuedMail dsn =
        mail()
            .dsn(
                failed(
                    to("bob@example.test"),
                    reply("rcpt", "5.1.1", "550 " + "没x".repeat(3000) + " end")))
            .orElseThrow();
    assertThat(Dialogue.text(dsn).lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void theOriginalCantEndItsPart() throws Exception {
    QueuedMail first = mail().dsn(failed(to("bob@example.test"))).orElseThrow();
    String boundary = new ContentType(parse(first).getContentType()).getParameter("boundary");
    String content = "Subject: x\r\n\r\n--" + boundary + "--\r\n";
    QueuedMail dsn = mail().content(content).dsn(failed(to("bob@example.test"))).orElseThrow();
    assertThat(rawPart(dsn, 2)).isEqualTo(content);
  }

  private static final String ODD_MAIL =
      "Subject: odd\r\n\r\n.\r\n..\r\n--\r\n trailing space \r\nno end of line";

  private Dialogue mail() {
    return new Dialogue(spool);
  }

  private static DsnSubject subject(String address, Notify notify, DsnAction action) {
    return switch (action) {
      case FAILED -> failed(to(address, notify));
      case DELAYED -> delayed(to(address, notify));
      case DELIVERED, RELAYED -> reached(to(address, notify), action);
    };
  }

  private static MultipartReport report(QueuedMail dsn) throws Exception {
    return (MultipartReport) parse(dsn).getContent();
  }

  private static BodyPart part(QueuedMail dsn, int index) throws Exception {
    MultipartReport report = report(dsn);
    assertThat(report.getCount()).isEqualTo(3);
    return report.getBodyPart(index);
  }

  private static String rawPart(QueuedMail dsn, int index) throws Exception {
    try (InputStream in = part(dsn, index).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String humanText(QueuedMail dsn) throws Exception {
    assertThat(part(dsn, 0).getContentType()).isEqualTo("text/plain; charset=utf-8");
    return (String) part(dsn, 0).getContent();
  }

  private static DeliveryStatus status(QueuedMail dsn) throws Exception {
    return (DeliveryStatus) part(dsn, 1).getContent();
  }

  private static List<String> lines(InternetHeaders headers) {
    return Collections.list(headers.getAllHeaderLines());
  }
}
