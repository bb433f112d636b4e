package org.mailroom.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.util.LineOutputStream;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mailroom.dsn.Ret;
import org.mailroom.mail.Address;
import org.mailroom.mail.ContentBuilder;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.Spool;
import org.mailroom.queue.QueuedMail;

/** One DSN: its header, and a report of three parts. */
final class Dsn {

  private static final String RULE = "\r\n" + "-".repeat(60) + "\r\n\r\n";

  private final Reporter reporter;
  private final Audience audience;
  private final QueuedMail about;
  private final OriginalMail original;
  private final List<DsnSubject> subjects;
  private final boolean utf8;
  private final boolean whole;
  private final byte[] returned;

  Dsn(
      Reporter reporter,
      Audience audience,
      QueuedMail about,
      OriginalMail original,
      List<DsnSubject> subjects) {
    this.reporter = reporter;
    this.audience = audience;
    this.about = about;
    this.original = original;
    this.subjects = subjects;
    this.utf8 = !audience.isPostmaster() && about.envelope().smtpUtf8() && needsUtf8();
    this.whole = returnsWhole();
    this.returned = whole ? original.whole() : original.header();
  }

  /** True when a next hop needs SMTPUTF8 to take it (RFC 6533). */
  boolean isUtf8() {
    return utf8;
  }

  /** True when a next hop needs 8BITMIME to take it. */
  boolean isEightBit() {
    return utf8 || OriginalMail.isEightBit(returned);
  }

  /** The octets of the DSN. */
  MessageContent write(QueueId id, Instant now, Spool spool)
      throws IOException, MessagingException {
    ReportBody body = new ReportBody(boundary(), textPart(), statusPart(), returnedPart());
    try (ContentBuilder content = spool.newContent()) {
      LineOutputStream lines = StreamProvider.provider().outputLineStream(content, utf8);
      for (String line : Collections.list(header(id, now, body).getAllHeaderLines())) {
        lines.writeln(line);
      }
      lines.writeln();
      ((OutputStream) lines).flush();
      body.writeTo(content);
      return content.finish();
    }
  }

  private InternetHeaders header(QueueId id, Instant now, ReportBody body) {
    String host = reporter.hostname().ascii();
    Address to = audience.address();
    InternetHeaders header = new StatusPart.OrderedHeaders();
    header.addHeader("Date", StatusPart.date(now));
    header.addHeader("From", "\"Mail Delivery System\" <mailer-daemon@" + host + ">");
    header.addHeader("To", "<" + (utf8 ? to.toString() : to.withAsciiDomain()) + ">");
    header.addHeader("Subject", subject());
    header.addHeader("Message-ID", "<" + id + "@" + host + ">");
    original
        .messageId()
        .ifPresent(
            messageId -> {
              header.addHeader("In-Reply-To", messageId);
              header.addHeader("References", messageId);
            });
    header.addHeader("Auto-Submitted", audience.isPostmaster() ? "auto-generated" : "auto-replied");
    if (audience.isPostmaster()) {
      header.addHeader(OriginalMail.REPORT_MARK, host);
    }
    header.addHeader("MIME-Version", "1.0");
    header.addHeader("Content-Type", body.getContentType());
    header.addHeader("Content-Transfer-Encoding", isEightBit() ? "8bit" : "7bit");
    return header;
  }

  private String subject() {
    String topic = TextPart.topic(subjects);
    String key = audience.text("subject." + (topic.equals("mixed") ? "failed" : topic));
    return NoticeLanguage.ENGLISH.text(key)
        + " / "
        + HeaderWords.encode(NoticeLanguage.CHINESE.text(key));
  }

  private ReportBody.Part textPart() {
    String text =
        Arrays.stream(NoticeLanguage.values())
            .map(
                language ->
                    new TextPart(language, reporter, audience)
                        .write(about, original, subjects, whole))
            .collect(Collectors.joining(RULE));
    return ReportBody.Part.of(
        "text/plain; charset=utf-8",
        "quoted-printable",
        "Notification",
        text.getBytes(StandardCharsets.UTF_8));
  }

  private ReportBody.Part statusPart() throws IOException, MessagingException {
    StatusPart part = new StatusPart(reporter.hostname(), utf8);
    byte[] octets = part.write(about, subjects);
    return ReportBody.Part.of(part.type(), encoding(octets), "Delivery report", octets);
  }

  private ReportBody.Part returnedPart() {
    String type =
        whole
            ? utf8 ? "message/global" : "message/rfc822"
            : utf8 ? "message/global-headers" : "text/rfc822-headers";
    String description = whole ? "Undelivered mail" : "Header of the mail";
    return ReportBody.Part.of(type, encoding(returned), description, returned);
  }

  private static String encoding(byte[] octets) {
    return OriginalMail.isEightBit(octets) ? "8bit" : "7bit";
  }

  /** RET holds for failures; everything else returns the header (RFC 3461, 4.3). */
  private boolean returnsWhole() {
    return !audience.isPostmaster()
        && original.canReturnWhole()
        && about.envelope().ret().orElse(Ret.FULL) == Ret.FULL
        && subjects.stream().anyMatch(s -> s.action() == DsnAction.FAILED);
  }

  private boolean needsUtf8() {
    return audience.address().needsSmtpUtf8()
        || original.hasEightBitHeader()
        || subjects.stream().anyMatch(s -> s.recipient().path().address().needsSmtpUtf8());
  }

  private static String boundary() {
    return "=_" + UUID.randomUUID().toString().replace("-", "");
  }
}
