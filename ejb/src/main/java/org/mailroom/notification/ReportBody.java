package org.mailroom.notification;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * The body of a DSN, multipart/report (RFC 6522), of octets that are written as they are. Every
 * part brings its headers and its octets, so nothing depends on the content handlers that a class
 * loader happens to see.
 */
final class ReportBody extends MultipartReport {

  /**
   * A report of three parts.
   *
   * @param boundary that nobody can guess, so that the original can't end its part
   */
  ReportBody(String boundary, Part text, Part status, Part original) throws MessagingException {
    constructed = false;
    super.setTextBodyPart(text.toBodyPart());
    parts.set(1, status.toBodyPart());
    addBodyPart(original.toBodyPart());
    constructed = true;
    ContentType type = new ContentType(contentType);
    type.setParameter("report-type", "delivery-status");
    type.setParameter("boundary", boundary);
    contentType = type.toString();
  }

  /**
   * One part.
   *
   * @param source its Content-Type and its octets
   * @param encoding its Content-Transfer-Encoding
   * @param description its Content-Description
   */
  record Part(DataSource source, String encoding, String description) {

    static Part of(String type, String encoding, String description, byte[] octets) {
      return new Part(new ByteArrayDataSource(octets, type), encoding, description);
    }

    private MimeBodyPart toBodyPart() throws MessagingException {
      MimeBodyPart part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(source));
      part.setHeader("Content-Description", description);
      part.setHeader("Content-Type", source.getContentType());
      part.setHeader("Content-Transfer-Encoding", encoding);
      return part;
    }
  }
}
