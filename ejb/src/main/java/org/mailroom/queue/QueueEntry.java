package org.mailroom.queue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mailroom.mail.Diagnosis;

/**
 * A queued part as the index knows it. Times are milliseconds since 1970, 0 for none. There may be
 * a million of them, so what many of them share is shared, and what can be computed is.
 */
public final class QueueEntry {

  private static final Shared<String> TEXTS = new Shared<>();
  private static final Shared<Diagnosis> DIAGNOSES = new Shared<>();

  private final String key;
  private final String reversePath;
  private final String recipients;
  private final String nextHop;
  private final String client;
  private final Diagnosis last;
  private final QueueState state;
  private final int generation;
  private final int attempts;
  private final int faults;
  private final long size;
  private final long firstQueued;
  private final long expiry;
  private final long lastAttempt;
  private final long nextAttempt;

  private QueueEntry(QueuedMail mail, QueueState state) {
    this.key = mail.key();
    this.reversePath = TEXTS.of(mail.envelope().reversePath().toString());
    this.recipients = RecipientList.format(mail.envelope().recipients());
    this.nextHop = TEXTS.of(mail.nextHop().orElse(mail.group()));
    this.client = TEXTS.of(mail.origin().client());
    this.last = mail.lastDiagnosis().map(DIAGNOSES::of).orElse(null);
    this.state = state;
    this.generation = mail.generation();
    this.attempts = mail.attempts();
    this.faults = mail.faults();
    this.size = mail.content().size();
    this.firstQueued = mail.firstQueued().toEpochMilli();
    this.expiry = mail.expiry().toEpochMilli();
    this.lastAttempt = mail.lastAttempt().map(time -> time.toEpochMilli()).orElse(0L);
    this.nextAttempt = mail.nextAttempt().map(time -> time.toEpochMilli()).orElse(0L);
  }

  private QueueEntry(QueueEntry from, QueueState state, long nextAttempt) {
    this.key = from.key;
    this.reversePath = from.reversePath;
    this.recipients = from.recipients;
    this.nextHop = from.nextHop;
    this.client = from.client;
    this.last = from.last;
    this.state = state;
    this.generation = from.generation;
    this.attempts = from.attempts;
    this.faults = from.faults;
    this.size = from.size;
    this.firstQueued = from.firstQueued;
    this.expiry = from.expiry;
    this.lastAttempt = from.lastAttempt;
    this.nextAttempt = nextAttempt;
  }

  private QueueEntry(long messageId, RecordReader record) {
    this.key = "/" + messageId;
    this.reversePath = record.known(QueueRecord.REVERSE_PATH);
    this.recipients = record.known(QueueRecord.RECIPIENTS);
    this.nextHop = record.known(QueueRecord.GROUP);
    this.client = record.known(QueueRecord.CLIENT);
    this.last = null;
    this.state = QueueState.DEAD;
    this.generation = 0;
    this.attempts = 0;
    this.faults = 0;
    this.size = record.knownNumber(QueueRecord.SIZE);
    this.firstQueued = record.knownNumber(QueueRecord.FIRST_QUEUED);
    this.expiry = 0;
    this.lastAttempt = 0;
    this.nextAttempt = 0;
  }

  /** The entry of a mail in a state. */
  public static QueueEntry of(QueuedMail mail, QueueState state) {
    return new QueueEntry(mail, state);
  }

  /**
   * A message in the dead queue that is not readable as a mail. It has no queue id, and its part is
   * the broker's number of the message.
   */
  static QueueEntry unreadable(long messageId, RecordReader record) {
    return new QueueEntry(messageId, record);
  }

  /** Queue id / part: the same through all generations. */
  public String key() {
    return key;
  }

  /** Its queue id, or the empty text. */
  public String id() {
    return key.substring(0, key.indexOf('/'));
  }

  /** Its part id, or the broker's number of a message that is no mail. */
  public String part() {
    return key.substring(key.indexOf('/') + 1);
  }

  /** True for a part of the mail with this queue id. */
  public boolean isOf(String id) {
    return key.length() > id.length() && key.charAt(id.length()) == '/' && key.startsWith(id);
  }

  /** Counts the publications of the part, from 0. */
  public int generation() {
    return generation;
  }

  /** Queue id / part / generation: names this publication. */
  public String publicationId() {
    return key + "/" + generation;
  }

  /** Where it stands. */
  public QueueState state() {
    return state;
  }

  /** The empty text for the null reverse-path. */
  public String reversePath() {
    return reversePath;
  }

  /** As the record has them: a line each, DSN parameters behind TABs. */
  public String recipients() {
    return recipients;
  }

  /** The forward-paths. */
  public List<String> forwardPaths() {
    return Arrays.stream(recipients.split("\n")).map(line -> line.split("\t", 2)[0]).toList();
  }

  /** The key of the next hop of the last attempt; before the first, the routing group. */
  public String nextHop() {
    return nextHop;
  }

  /** Octets of the content. */
  public long size() {
    return size;
  }

  /** When the hub accepted the mail. */
  public long firstQueued() {
    return firstQueued;
  }

  /** When it is given up. */
  public long expiry() {
    return expiry;
  }

  /** Delivery attempts made. */
  public int attempts() {
    return attempts;
  }

  /** Times that our own code failed on it. */
  public int faults() {
    return faults;
  }

  /** When its hold ends; 0 when it is not held, or only a person ends it. */
  public long holdEnd() {
    return state == QueueState.HELD ? nextAttempt : 0;
  }

  /** When it was tried last. */
  public long lastAttempt() {
    return lastAttempt;
  }

  /** When it is tried next; 0 while it is held. */
  public long nextAttempt() {
    return state == QueueState.HELD ? 0 : nextAttempt;
  }

  /** What came of the last attempt. */
  public Optional<Diagnosis> last() {
    return Optional.ofNullable(last);
  }

  /** The address of the client that sent it. */
  public String client() {
    return client;
  }

  /** False for a message that is no mail; only the dead queue has such. */
  public boolean isReadable() {
    return key.charAt(0) != '/';
  }

  /** The same part of the same generation, standing elsewhere. */
  public QueueEntry in(QueueState newState) {
    return new QueueEntry(this, newState, nextAttempt);
  }

  /** The same part of the same generation, tried at another time (milliseconds since 1970). */
  QueueEntry dueAt(long time) {
    return new QueueEntry(this, state, time);
  }

  /** The same part of the same generation, which the broker will deliver at {@code due}. */
  QueueEntry waitingUntil(long due) {
    return new QueueEntry(this, QueueState.DEFERRED, due);
  }

  @Override
  public String toString() {
    return publicationId() + " " + state;
  }
}
