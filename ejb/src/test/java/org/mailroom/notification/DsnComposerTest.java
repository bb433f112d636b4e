package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.notification.Dialogue.delayed;
import static org.mailroom.notification.Dialogue.failed;
import static org.mailroom.notification.Dialogue.parse;
import static org.mailroom.notification.Dialogue.reached;
import static org.mailroom.notification.Dialogue.subject;
import static org.mailroom.notification.Dialogue.to;
import static org.mailroom.notification.ReportParts.humanText;
import static org.mailroom.notification.ReportParts.lines;
import static org.mailroom.notification.ReportParts.part;
import static org.mailroom.notification.ReportParts.rawPart;
import static org.mailroom.notification.ReportParts.status;

import jakarta.mail.Message;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Notify;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.ReversePath;
import org.mailroom.mail.Spool;
import org.mailroom.queue.PartId;
import org.mailroom.queue.QueuedMail;

/** Who is told of what, and the mail that tells it. */
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
    "SUCCESS, EXPANDED, true",
    "FAILURE, EXPANDED, false",
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

  private Dialogue mail() {
    return new Dialogue(spool);
  }
}
