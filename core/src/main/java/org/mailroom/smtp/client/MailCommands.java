package org.mailroom.smtp.client;

import java.util.Optional;
import org.mailroom.dsn.Xtext;
import org.mailroom.mail.Address;
import org.mailroom.mail.BodyType;
import org.mailroom.mail.EnhancedStatusCode;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.smtp.client.Report.Unsuitable;

/**
 * MAIL and RCPT of one mail for one server: its parameters are used where it offers them, and what
 * it can't take is found before anything is sent.
 *
 * <pre>
 * MAIL FROM:&lt;reverse-path> [SIZE=n] [BODY=8BITMIME] [SMTPUTF8] [RET=FULL/HDRS] [ENVID=xtext]
 * RCPT TO:&lt;forward-path> [NOTIFY=list] [ORCPT=type;xtext]
 * </pre>
 */
final class MailCommands {

  private static final EnhancedStatusCode BAD_CONTENT = EnhancedStatusCode.of("5.6.0");
  private static final EnhancedStatusCode NO_CONVERSION = EnhancedStatusCode.of("5.6.3");
  private static final EnhancedStatusCode NO_SMTPUTF8 = EnhancedStatusCode.of("5.6.7");
  private static final EnhancedStatusCode TOO_BIG = EnhancedStatusCode.of("5.3.4");

  private final Extensions offered;
  private final Envelope envelope;
  private final ContentTraits traits;
  private final boolean utf8;

  MailCommands(Extensions offered, Envelope envelope, ContentTraits traits) {
    this.offered = offered;
    this.envelope = envelope;
    this.traits = traits;
    this.utf8 = offered.smtpUtf8() && (mailNeedsUtf8() || recipientNeedsUtf8());
  }

  /** Why the mail can't be sent to anybody here, or empty when it can. */
  Optional<Report> unsuitable() {
    if (!traits.sendable()) {
      return no(BAD_CONTENT, "The content has a bare CR, a bare LF or a NUL");
    }
    if (traits.eightBit() && !offered.eightBitMime()) {
      return no(NO_CONVERSION, "The content is 8-bit and the next hop doesn't offer 8BITMIME");
    }
    if (mailNeedsUtf8() && !offered.smtpUtf8()) {
      return no(NO_SMTPUTF8, "The mail needs SMTPUTF8 and the next hop doesn't offer it");
    }
    if (traits.size() > offered.maxSize()) {
      return no(TOO_BIG, "The next hop takes at most " + offered.maxSize() + " octets");
    }
    return Optional.empty();
  }

  /** Why it can't be sent to this recipient, or empty when it can. */
  Optional<Report> unsuitable(EnvelopeRecipient recipient) {
    if (recipient.path().address().needsSmtpUtf8() && !offered.smtpUtf8()) {
      return no(NO_SMTPUTF8, "The address needs SMTPUTF8 and the next hop doesn't offer it");
    }
    return Optional.empty();
  }

  String mail() {
    StringBuilder line = new StringBuilder("MAIL FROM:<");
    envelope.reversePath().address().ifPresent(address -> line.append(text(address)));
    line.append('>');
    if (offered.size()) {
      line.append(" SIZE=").append(traits.size());
    }
    if (offered.eightBitMime()
        && (traits.eightBit() || envelope.body() == BodyType.EIGHT_BIT_MIME)) {
      line.append(" BODY=8BITMIME");
    }
    if (utf8) {
      line.append(" SMTPUTF8");
    }
    if (offered.dsn()) {
      envelope.ret().ifPresent(ret -> line.append(" RET=").append(ret));
      envelope.envelopeId().ifPresent(id -> line.append(" ENVID=").append(Xtext.encode(id)));
    }
    return line.toString();
  }

  String rcpt(EnvelopeRecipient recipient) {
    StringBuilder line = new StringBuilder("RCPT TO:<");
    line.append(text(recipient.path().address())).append('>');
    if (offered.dsn()) {
      recipient.notification().ifPresent(notify -> line.append(" NOTIFY=").append(notify));
      recipient
          .originalRecipient()
          .filter(original -> original.fitsAsParameter(utf8))
          .ifPresent(original -> line.append(" ORCPT=").append(original.toParameter(utf8)));
    }
    return line.toString();
  }

  private String text(Address address) {
    return utf8 ? address.toString() : address.withAsciiDomain();
  }

  private boolean mailNeedsUtf8() {
    return envelope.reversePath().address().filter(Address::needsSmtpUtf8).isPresent()
        || envelope.smtpUtf8() && traits.eightBitHeader();
  }

  private boolean recipientNeedsUtf8() {
    return envelope.recipients().stream().anyMatch(r -> r.path().address().needsSmtpUtf8());
  }

  private static Optional<Report> no(EnhancedStatusCode status, String text) {
    return Optional.of(new Unsuitable(status, text));
  }
}
