package org.mailroom.mail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.dsn.PlainText;
import org.mailroom.dsn.Ret;

/**
 * The SMTP envelope of a mail (RFC 5321, 2.3.1): what MAIL and RCPT said.
 *
 * @param reversePath where failures are reported to
 * @param recipients at least one
 * @param body the BODY parameter
 * @param smtpUtf8 true when MAIL had SMTPUTF8 (RFC 6531)
 * @param ret the RET parameter, empty when MAIL had none
 * @param envelopeId the ENVID parameter, decoded, empty when MAIL had none
 */
public record Envelope(
    ReversePath reversePath,
    List<EnvelopeRecipient> recipients,
    BodyType body,
    boolean smtpUtf8,
    Optional<Ret> ret,
    Optional<String> envelopeId) {

  /** Refuses an envelope without recipients, and an id with control characters. */
  public Envelope {
    Objects.requireNonNull(reversePath, "an envelope needs a reverse-path, perhaps the null one");
    Objects.requireNonNull(body, "an envelope needs a body type");
    Objects.requireNonNull(ret, "ret is a value or empty");
    Objects.requireNonNull(envelopeId, "envelopeId is a value or empty");
    if (!envelopeId.map(PlainText::isPlain).orElse(true)) {
      throw new IllegalArgumentException("An envelope id has no control characters");
    }
    recipients = List.copyOf(recipients);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException("An envelope needs a recipient");
    }
  }

  /** An envelope without ESMTP parameters. */
  public static Envelope of(ReversePath reversePath, List<EnvelopeRecipient> recipients) {
    return new Envelope(
        reversePath, recipients, BodyType.SEVEN_BIT, false, Optional.empty(), Optional.empty());
  }

  /** The same envelope for other recipients. */
  public Envelope withRecipients(List<EnvelopeRecipient> others) {
    return new Envelope(reversePath, others, body, smtpUtf8, ret, envelopeId);
  }

  /** The same envelope with another reverse-path. */
  public Envelope from(ReversePath other) {
    return new Envelope(other, recipients, body, smtpUtf8, ret, envelopeId);
  }
}
