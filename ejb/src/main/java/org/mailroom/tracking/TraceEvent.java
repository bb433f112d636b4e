package org.mailroom.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/** Something that happened to a mail, on its way to the database. It holds on to no content. */
public sealed interface TraceEvent {

  /** Which mail. */
  QueueId id();

  /** When. */
  Instant time();

  /** How many recipients it is about: what it takes in memory, and in the database. */
  int weight();

  /**
   * It was accepted, or written by the hub itself.
   *
   * @param subject the body of the Subject field as it came, empty without one
   * @param client the client's address; empty for a mail of the hub itself
   * @param user the address of the account that it logged in to; empty when it did not
   * @param parent the mail that this one is about
   */
  record Accepted(
      QueueId id,
      Instant time,
      ReversePath from,
      List<EnvelopeRecipient> recipients,
      String subject,
      long size,
      String client,
      String user,
      String helo,
      String protocol,
      Optional<QueueId> parent)
      implements TraceEvent {

    @Override
    public int weight() {
      return recipients.size();
    }
  }

  /**
   * Something happened for one of its recipients.
   *
   * @param recipient an address; empty for all of them
   * @param attempt counted from 1; 0 when it is not about one
   * @param nextHop its key; empty without one
   * @param diagnosis why, in the words of whoever decided
   * @param actor who did it; empty when no person did
   * @param detail in an operator's words: a reason, a new next hop
   * @param child the mail that was made of it
   */
  record Happened(
      QueueId id,
      Instant time,
      TraceKind kind,
      String recipient,
      int attempt,
      String nextHop,
      Optional<Diagnosis> diagnosis,
      String actor,
      String detail,
      Optional<QueueId> child)
      implements TraceEvent {

    @Override
    public int weight() {
      return 1;
    }
  }
}
