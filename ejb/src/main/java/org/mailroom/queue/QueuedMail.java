package org.mailroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.QueueId;

/**
 * A part of a mail in the queue: what goes to one next hop. It is one JMS message, whose properties
 * are this record and whose body is the content; {@code docs/queue-record.md} describes it.
 *
 * @param id the reception it came with
 * @param part which part of it
 * @param generation counts the publications of the part, from 0
 * @param envelope with the recipients that are still open
 * @param group the router's group of the recipients
 * @param nextHop the key of the next hop of the last attempt, empty before the first
 * @param firstQueued when the hub accepted the mail
 * @param expiry when it is given up
 * @param attempts delivery attempts made
 * @param faults times that our own code failed on it
 * @param delayNoticeSent true when the sender was told of a delay
 * @param lastDiagnosis of the last attempt, empty before the first
 * @param lastAttempt when that was
 * @param nextAttempt when the next one is due, empty for a part that is ready
 * @param clientAddress of the client that sent it
 * @param content header and body; whoever took the mail from the queue closes it
 */
public record QueuedMail(
    QueueId id,
    PartId part,
    int generation,
    Envelope envelope,
    String group,
    Optional<String> nextHop,
    Instant firstQueued,
    Instant expiry,
    int attempts,
    int faults,
    boolean delayNoticeSent,
    Optional<Diagnosis> lastDiagnosis,
    Optional<Instant> lastAttempt,
    Optional<Instant> nextAttempt,
    String clientAddress,
    MessageContent content) {

  /** At most this many recipients a part: the properties live in one journal record. */
  public static final int MAX_RECIPIENTS = 100;

  /** Needs every part, and refuses negative counts. */
  public QueuedMail {
    Objects.requireNonNull(id, "a queued mail has an id");
    Objects.requireNonNull(part, "a queued mail has a part id");
    Objects.requireNonNull(envelope, "a queued mail has an envelope");
    Objects.requireNonNull(group, "a queued mail has a group");
    Objects.requireNonNull(content, "a queued mail has content");
    if (generation < 0 || attempts < 0 || faults < 0) {
      throw new IllegalArgumentException("Generation, attempts and faults are not negative");
    }
    if (envelope.recipients().size() > MAX_RECIPIENTS) {
      throw new IllegalArgumentException("A part has at most 100 recipients");
    }
  }

  /** A part that was just received. */
  public static QueuedMail received(
      QueueId id,
      PartId part,
      Envelope envelope,
      String group,
      Instant now,
      Instant expiry,
      String clientAddress,
      MessageContent content) {
    return new QueuedMail(
        id,
        part,
        0,
        envelope,
        group,
        Optional.empty(),
        now,
        expiry,
        0,
        0,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        clientAddress,
        content);
  }

  /** The next publication of this part, with what an attempt has left open. */
  public QueuedMail afterAttempt(
      List<EnvelopeRecipient> open,
      String nextHopKey,
      Diagnosis diagnosis,
      Instant attempted,
      Instant next,
      boolean delayNotice) {
    return new QueuedMail(
        id,
        part,
        generation + 1,
        envelope.withRecipients(open),
        group,
        Optional.of(nextHopKey),
        firstQueued,
        expiry,
        attempts + 1,
        faults,
        delayNoticeSent || delayNotice,
        Optional.of(diagnosis),
        Optional.of(attempted),
        Optional.of(next),
        clientAddress,
        content);
  }

  /** The next publication of this part, parked without an attempt: its next hop has no place. */
  public QueuedMail parked(Instant next) {
    return republished(faults, next);
  }

  /** The next publication of this part after our own code failed on it. */
  public QueuedMail afterFault(Instant next) {
    return republished(faults + 1, next);
  }

  private QueuedMail republished(int newFaults, Instant next) {
    return new QueuedMail(
        id,
        part,
        generation + 1,
        envelope,
        group,
        nextHop,
        firstQueued,
        expiry,
        attempts,
        newFaults,
        delayNoticeSent,
        lastDiagnosis,
        lastAttempt,
        Optional.of(next),
        clientAddress,
        content);
  }

  /** A part that this part is split into, ready at once. */
  public QueuedMail split(int number, List<EnvelopeRecipient> recipients, String newGroup) {
    return new QueuedMail(
        id,
        part.child(number),
        0,
        envelope.withRecipients(recipients),
        newGroup,
        Optional.empty(),
        firstQueued,
        expiry,
        attempts,
        faults,
        delayNoticeSent,
        lastDiagnosis,
        lastAttempt,
        Optional.empty(),
        clientAddress,
        content);
  }

  /** Queue id, part and generation: the duplicate-detection id of this publication. */
  public String publicationId() {
    return id + "/" + part + "/" + generation;
  }
}
