package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.notification.Dialogue.delayed;
import static org.mailroom.notification.Dialogue.failed;
import static org.mailroom.notification.Dialogue.parse;
import static org.mailroom.notification.Dialogue.reply;
import static org.mailroom.notification.Dialogue.to;
import static org.mailroom.notification.ReportParts.humanText;
import static org.mailroom.notification.ReportParts.part;
import static org.mailroom.notification.ReportParts.rawPart;
import static org.mailroom.notification.ReportParts.status;

import jakarta.mail.internet.ContentType;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.Spool;
import org.mailroom.queue.QueuedMail;

/** What people read in a DSN, and what it returns of their mail. */
class DsnForPeopleTest {

  private static final int IN_MEMORY = 1024;

  private static final String ODD_MAIL =
      "Subject: odd\r\n\r\n.\r\n..\r\n--\r\n trailing space \r\nno end of line";

  private Spool spool;

  @BeforeEach
  void openTheSpool(@TempDir Path folder) {
    spool = new Spool(folder, IN_MEMORY);
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

  private Dialogue mail() {
    return new Dialogue(spool);
  }
}
