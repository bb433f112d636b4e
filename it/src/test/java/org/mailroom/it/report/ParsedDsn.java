package org.mailroom.it.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A DSN taken apart.
 *
 * @param message the whole
 * @param text the part for people
 * @param perMessage the fields about the mail
 * @param perRecipient the fields about each recipient
 * @param returnedType the media type of the third part
 * @param returned the third part: the original, or its header, one character an octet
 */
public record ParsedDsn(
    MimeMessage message,
    String text,
    InternetHeaders perMessage,
    List<InternetHeaders> perRecipient,
    String returnedType,
    String returned) {

  /**
   * Takes a mail apart.
   *
   * @throws AssertionError when it is not a multipart/report of a delivery status
   */
  public static ParsedDsn of(byte[] content) throws MessagingException, IOException {
    MimeMessage message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
    if (!message.getContentType().toLowerCase(java.util.Locale.ROOT).contains("report-type")
        || !(message.getContent() instanceof MimeMultipart report)) {
      throw new AssertionError("Not a multipart/report: " + message.getContentType());
    }
    BodyPart status = report.getBodyPart(1);
    if (!status.isMimeType("message/delivery-status")
        && !status.isMimeType("message/global-delivery-status")) {
      throw new AssertionError("The second part is " + status.getContentType());
    }
    List<InternetHeaders> groups = groups(status.getInputStream());
    BodyPart original = report.getBodyPart(2);
    return new ParsedDsn(
        message,
        textOf(report.getBodyPart(0)),
        groups.get(0),
        groups.subList(1, groups.size()),
        original.getContentType(),
        new String(original.getInputStream().readAllBytes(), ISO_8859_1));
  }

  /** A field about the mail. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(perMessage.getHeader(name, null));
  }

  /** A field about the recipient of this index. */
  public Optional<String> field(int recipient, String name) {
    return Optional.ofNullable(perRecipient.get(recipient).getHeader(name, null));
  }

  private static List<InternetHeaders> groups(InputStream stream)
      throws IOException, MessagingException {
    List<InternetHeaders> groups = new ArrayList<>();
    try (PushbackInputStream in = new PushbackInputStream(stream)) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet != '\r' && octet != '\n') {
          in.unread(octet);
          groups.add(new InternetHeaders(in, true));
        }
      }
    }
    return groups;
  }

  private static String textOf(BodyPart part) throws MessagingException, IOException {
    if (part.getContent() instanceof MimeMultipart alternatives) {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < alternatives.getCount(); i++) {
        all.append(textOf(alternatives.getBodyPart(i)));
      }
      return all.toString();
    }
    return String.valueOf(part.getContent());
  }
}
