package org.mailroom.queue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;
import org.mailroom.mail.Envelope;
import org.mailroom.mail.EnvelopeRecipient;
import org.mailroom.mail.MessageContent;
import org.mailroom.mail.Origin;
import org.mailroom.mail.QueueId;
import org.mailroom.mail.ReversePath;

/**
 * A part of a mail in the queue: what goes to one next hop. It is one JMS message, whose properties
 * are this record and whose body is the content; {@code docs/queue-record.md} describes it.
 *
 * @param id the reception it came with
 * @param part which part of it
 * @param generation counts the publications of the part, from 0
 * @param envelope with the recipients that are still open
 * @param group the router's group of the recipients
 * @param nextHop the key of the next hop of the last attempt, or of the one that it is parked for;
 *     empty before the first
 * @param firstQueued when the hub accepted the mail
 * @param expiry when it is given up
 * @param attempts delivery attempts made
 * @param faults times that our own code failed on it
 * @param delayNoticeSent true when the sender was told of a delay
 * @param lastDiagnosis of the last attempt, empty before the first
 * @param lastAttempt when that was
 * @param nextAttempt when the next one is due, empty for a part that is ready; of a held part, when
 *     its hold ends, empty when only a person ends it
 * @param route the next hop that an operator chose for it, such as {@code [host]:port}; empty when
 *     the router decides
 * @param about of a DSN: the publication id of the part that it tells of
 * @param origin the client that sent it, and the user
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
    Optional<String> route,
    Optional<String> about,
    Origin origin,
    MessageContent content) {

  /** At most this many recipients a part: the properties live in one journal record. */
  public static final int MAX_RECIPIENTS = 100;

  /** Needs every part, and refuses negative counts. */
  public QueuedMail {
    Objects.requireNonNull(id, "a queued mail has an id");
    Objects.requireNonNull(part, "a queued mail has a part id");
    Objects.requireNonNull(envelope, "a queued mail has an envelope");
    Objects.requireNonNull(group, "a queued mail has a group");
    Objects.requireNonNull(origin, "a queued mail has an origin");
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
      Origin origin,
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
        Optional.empty(),
        Optional.empty(),
        origin,
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
    Draft draft = nextGeneration();
    draft.envelope = envelope.withRecipients(open);
    draft.nextHop = Optional.of(nextHopKey);
    draft.attempts = attempts + 1;
    draft.delayNoticeSent = delayNoticeSent || delayNotice;
    draft.lastDiagnosis = Optional.of(diagnosis);
    draft.lastAttempt = Optional.of(attempted);
    draft.nextAttempt = Optional.of(next);
    return draft.mail();
  }

  /** The next publication of this part, parked without an attempt: this next hop has no place. */
  public QueuedMail parked(String nextHopKey, Instant next) {
    Draft draft = nextGeneration();
    draft.nextHop = Optional.of(nextHopKey);
    draft.nextAttempt = Optional.of(next);
    return draft.mail();
  }

  /**
   * The next publication of this part after our own code failed on it.
   *
   * @param open the recipients that have not got the mail
   */
  public QueuedMail afterFault(List<EnvelopeRecipient> open, Instant next) {
    Draft draft = nextGeneration();
    draft.envelope = envelope.withRecipients(open);
    draft.faults = faults + 1;
    draft.nextAttempt = Optional.of(next);
    return draft.mail();
  }

  /** The next publication of this part as it is, wherever it is put. */
  public QueuedMail again() {
    return nextGeneration().mail();
  }

  /** The next publication of this part, due at once and with our own faults forgotten. */
  public QueuedMail due() {
    return heldUntil(Optional.empty());
  }

  /** The next publication of this part, held until a time or, without one, until it is released. */
  public QueuedMail heldUntil(Optional<Instant> end) {
    Draft draft = nextGeneration();
    draft.faults = 0;
    draft.nextAttempt = end;
    return draft.mail();
  }

  /** The next publication of this part, given up at another time. */
  public QueuedMail expiringAt(Instant newExpiry) {
    Draft draft = nextGeneration();
    draft.expiry = newExpiry;
    return draft.mail();
  }

  /** The next publication of this part, sent to the next hop that an operator chose. */
  public QueuedMail routedTo(Optional<String> newRoute) {
    Draft draft = nextGeneration();
    draft.route = newRoute;
    return draft.mail();
  }

  /** A part that this part is split into, ready at once. */
  public QueuedMail split(
      int number, ReversePath from, List<EnvelopeRecipient> recipients, String newGroup) {
    Draft draft = new Draft(this);
    draft.part = part.child(number);
    draft.generation = 0;
    draft.envelope = envelope.from(from).withRecipients(recipients);
    draft.group = newGroup;
    draft.nextHop = Optional.empty();
    draft.nextAttempt = Optional.empty();
    return draft.mail();
  }

  /** This DSN, about the publication {@code publicationId} of a part. */
  public QueuedMail tellingOf(String publicationId) {
    Draft draft = new Draft(this);
    draft.about = Optional.of(publicationId);
    return draft.mail();
  }

  /** This mail with its content read. */
  QueuedMail withContent(MessageContent read) {
    Draft draft = new Draft(this);
    draft.content = read;
    return draft.mail();
  }

  /** Queue id and part: the same through all generations. */
  public String key() {
    return id + "/" + part;
  }

  /** Queue id, part and generation: names this publication. */
  public String publicationId() {
    return key() + "/" + generation;
  }

  /**
   * The broker takes one message with the same value: the publication id, but for a new DSN, which
   * has another queue id each time that it is composed, what it is about. Parts that a DSN is split
   * into have their own.
   */
  public String duplicateId() {
    boolean composed = generation == 0 && !part.isChild() && about.isPresent();
    return composed ? about.get() + "/dsn" : publicationId();
  }

  private Draft nextGeneration() {
    Draft draft = new Draft(this);
    draft.generation = generation + 1;
    return draft;
  }

  /** A copy on which some things are changed. */
  private static final class Draft {

    private final QueuedMail from;
    private PartId part;
    private int generation;
    private Envelope envelope;
    private String group;
    private Optional<String> nextHop;
    private Instant expiry;
    private int attempts;
    private int faults;
    private boolean delayNoticeSent;
    private Optional<Diagnosis> lastDiagnosis;
    private Optional<Instant> lastAttempt;
    private Optional<Instant> nextAttempt;
    private Optional<String> route;
    private Optional<String> about;
    private MessageContent content;

    Draft(QueuedMail from) {
      this.from = from;
      this.part = from.part;
      this.generation = from.generation;
      this.envelope = from.envelope;
      this.group = from.group;
      this.nextHop = from.nextHop;
      this.expiry = from.expiry;
      this.attempts = from.attempts;
      this.faults = from.faults;
      this.delayNoticeSent = from.delayNoticeSent;
      this.lastDiagnosis = from.lastDiagnosis;
      this.lastAttempt = from.lastAttempt;
      this.nextAttempt = from.nextAttempt;
      this.route = from.route;
      this.about = from.about;
      this.content = from.content;
    }

    QueuedMail mail() {
      return new QueuedMail(
          from.id,
          part,
          generation,
          envelope,
          group,
          nextHop,
          from.firstQueued,
          expiry,
          attempts,
          faults,
          delayNoticeSent,
          lastDiagnosis,
          lastAttempt,
          nextAttempt,
          route,
          about,
          from.origin,
          content);
    }
  }
}
