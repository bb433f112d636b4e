package org.mailroom.mail;

/** What a delivery attempt came to, for one recipient. What we don't understand is Deferred. */
public sealed interface RecipientOutcome {

  /** Who it is about. */
  EnvelopeRecipient recipient();

  /** Why. */
  Diagnosis diagnosis();

  /**
   * The next hop, or the store, has taken responsibility.
   *
   * @param honoursDsn true when the next hop will send the DSN that was asked for (RFC 3461, 5.2.1)
   */
  record Delivered(EnvelopeRecipient recipient, Diagnosis diagnosis, boolean honoursDsn)
      implements RecipientOutcome {}

  /** It stands for several others, who get the mail in parts of their own (RFC 3464, 2.3.3). */
  record Expanded(EnvelopeRecipient recipient, Diagnosis diagnosis) implements RecipientOutcome {}

  /** To be tried again. */
  record Deferred(EnvelopeRecipient recipient, Diagnosis diagnosis) implements RecipientOutcome {}

  /** Given up; the sender is told. */
  record Failed(EnvelopeRecipient recipient, Diagnosis diagnosis) implements RecipientOutcome {}
}
