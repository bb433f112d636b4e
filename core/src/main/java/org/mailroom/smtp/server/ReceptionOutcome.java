package org.mailroom.smtp.server;

import org.mailroom.smtp.SmtpReply;

/** How a mail transaction ended. */
public sealed interface ReceptionOutcome {

  /** The mail is in the synced journal, for each recipient: {@code 250}. */
  record Accepted() implements ReceptionOutcome {}

  /** Nothing was taken; the reply says why. */
  record Refused(SmtpReply reply) implements ReceptionOutcome {}

  /**
   * The mail was handed to the broker and not confirmed in time. Neither 250 nor 451 would be true:
   * the connection closes without a reply, and the client sends again.
   */
  record Unknown() implements ReceptionOutcome {}
}
