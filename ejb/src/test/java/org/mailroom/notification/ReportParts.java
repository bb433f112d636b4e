package org.mailroom.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.notification.Dialogue.parse;

import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetHeaders;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.mailroom.queue.QueuedMail;

/** What the parts of a DSN say. */
final class ReportParts {

  private ReportParts() {}

  private static MultipartReport report(QueuedMail dsn) throws Exception {
    return (MultipartReport) parse(dsn).getContent();
  }

  static BodyPart part(QueuedMail dsn, int index) throws Exception {
    MultipartReport report = report(dsn);
    assertThat(report.getCount()).isEqualTo(3);
    return report.getBodyPart(index);
  }

  static String rawPart(QueuedMail dsn, int index) throws Exception {
    try (InputStream in = part(dsn, index).getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static String humanText(QueuedMail dsn) throws Exception {
    assertThat(part(dsn, 0).getContentType()).isEqualTo("text/plain; charset=utf-8");
    return (String) part(dsn, 0).getContent();
  }

  static DeliveryStatus status(QueuedMail dsn) throws Exception {
    return (DeliveryStatus) part(dsn, 1).getContent();
  }

  static List<String> lines(InternetHeaders headers) {
    return Collections.list(headers.getAllHeaderLines());
  }
}
