package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.notification.Dialogue.delayed;
import static org.mailroom.notification.Dialogue.failed;
import static org.mailroom.notification.Dialogue.parse;
import static org.mailroom.notification.Dialogue.reply;
import static org.mailroom.notification.Dialogue.subject;
import static org.mailroom.notification.Dialogue.to;
import static org.mailroom.notification.ReportParts.humanText;
import static org.mailroom.notification.ReportParts.lines;
import static org.mailroom.notification.ReportParts.part;
import static org.mailroom.notification.ReportParts.rawPart;
import static org.mailroom.notification.ReportParts.status;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.dsn.Notify;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Spool;
import org.mailroom.queue.QueuedMail;

/** The part of a DSN that programs read (RFC 3464, RFC 6533). */
class DsnForProgramsTest {

  private static final int IN_MEMORY = 1024;

  private Spool spool;

  @BeforeEach
  void openTheSpool(@TempDir Path folder) {
    spool = new Spool(folder, IN_MEMORY);
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
  @CsvSource({"DELIVERED, delivered", "RELAYED, relayed", "EXPANDED, expanded"})
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

  private Dialogue mail() {
    return new Dialogue(spool);
  }
}
