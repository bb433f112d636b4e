package org.mailroom.smtp.client;

import java.util.Objects;
import org.mailroom.mail.EnvelopeRecipient;

/**
 * What became of one recipient in one session.
 *
 * @param recipient of the envelope that was sent
 * @param report what the next hop answered
 */
public record RecipientReport(EnvelopeRecipient recipient, Report report) {

  /** Needs both. */
  public RecipientReport {
    Objects.requireNonNull(recipient, "a report is about a recipient");
    Objects.requireNonNull(report, "each recipient has a report");
  }
}
