package org.mailroom.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.mailroom.dsn.OriginalRecipient;
import org.mailroom.mail.Address;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Domain;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.IpLiteral;
import org.mailroom.queue.QueuedMail;

/**
 * The part for programs: message/delivery-status (RFC 3464), or message/global-delivery-status (RFC
 * 6533) when the DSN may carry UTF-8.
 */
final class StatusPart {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  private final Domain hostname;
  private final boolean utf8;

  StatusPart(Domain hostname, boolean utf8) {
    this.hostname = hostname;
    this.utf8 = utf8;
  }

  String type() {
    return utf8 ? "message/global-delivery-status" : "message/delivery-status";
  }

  /** The fields about {@code about} and each of the subjects, as octets. */
  byte[] write(QueuedMail about, List<DsnSubject> subjects) throws MessagingException, IOException {
    DeliveryStatus status = new DeliveryStatus();
    status.setMessageDSN(ofMail(about));
    for (DsnSubject subject : subjects) {
      status.addRecipientDSN(ofRecipient(subject));
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    status.writeTo((OutputStream) StreamProvider.provider().outputLineStream(octets, utf8));
    return octets.toByteArray();
  }

  private InternetHeaders ofMail(QueuedMail about) {
    InternetHeaders fields = new OrderedHeaders();
    about
        .envelope()
        .envelopeId()
        .ifPresent(id -> fields.addHeader("Original-Envelope-Id", FieldText.field(id, utf8)));
    fields.addHeader("Reporting-MTA", "dns; " + hostname.ascii());
    fields.addHeader("Arrival-Date", date(about.firstQueued()));
    return fields;
  }

  private InternetHeaders ofRecipient(DsnSubject subject) {
    EnvelopeRecipient recipient = subject.recipient();
    Diagnosis diagnosis = subject.diagnosis();
    InternetHeaders fields = new OrderedHeaders();
    recipient
        .originalRecipient()
        .ifPresent(original -> fields.addHeader("Original-Recipient", original(original)));
    fields.addHeader("Final-Recipient", finalRecipient(recipient.path().address()));
    fields.addHeader("Action", subject.action().name().toLowerCase(Locale.ROOT));
    fields.addHeader("Status", diagnosis.status().toString());
    remoteMta(diagnosis).ifPresent(mta -> fields.addHeader("Remote-MTA", mta));
    fields.addHeader("Diagnostic-Code", diagnostic(diagnosis));
    fields.addHeader("Last-Attempt-Date", date(subject.lastAttempt()));
    if (subject.action() == DsnAction.DELAYED) {
      subject
          .willRetryUntil()
          .ifPresent(until -> fields.addHeader("Will-Retry-Until", date(until)));
    }
    return fields;
  }

  private String original(OriginalRecipient original) {
    boolean isUtf8 = original.addressType().equalsIgnoreCase("utf-8");
    String address =
        isUtf8
            ? FieldText.utf8Address(original.address(), utf8)
            : FieldText.field(original.address(), utf8);
    return original.addressType() + ";" + address;
  }

  private String finalRecipient(Address address) {
    return address.needsSmtpUtf8()
        ? "utf-8;" + FieldText.utf8Address(address.toString(), utf8)
        : "rfc822;" + address.withAsciiDomain();
  }

  private Optional<String> remoteMta(Diagnosis diagnosis) {
    return diagnosis
        .remoteMta()
        .map(host -> "dns; " + (IpLiteral.isAddress(host) ? "[" + host + "]" : host))
        .map(text -> FieldText.field(text, utf8));
  }

  private String diagnostic(Diagnosis diagnosis) {
    String type = diagnosis.isReply() ? "smtp; " : "x-mailroom; ";
    return FieldText.field(type + diagnosis.text(), utf8);
  }

  static String date(Instant instant) {
    return DATE.format(instant.atOffset(ZoneOffset.UTC));
  }

  /** Header fields in the order they are added, where Jakarta Mail has an order of its own. */
  static final class OrderedHeaders extends InternetHeaders {
    OrderedHeaders() {
      headers.clear();
    }
  }
}
