package org.mailroom.queue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mailroom.broker.Broker;
import org.mailroom.broker.QueueName;
import org.mailroom.mail.MessageContent;
import org.mailroom.queue.Publication.Entry;
import org.mailroom.queue.Publication.State;

/**
 * Puts mail into the queue: the only JMS producer.
 *
 * <p>Every method returns after the broker has confirmed the synced journal write. One message is
 * sent asynchronously, and the calling thread waits for its confirmation, so that one sync of the
 * journal serves many callers. Several messages are one local JMS transaction.
 */
@Singleton
public class MailQueue {

  /** What MailroomLargeCF takes: properties in front of a body that is a stream. */
  private static final int MAX_HEADER = 16 * 1024;

  /** A mail of 36 MiB takes five seconds while three others of that size are sent. */
  private static final Duration HAND_OVER = Duration.ofSeconds(30);

  /** Milliseconds of waiting, from which on a second more doesn't matter. */
  private static final long LONG = 60_000;

  private static final long SECOND = 1000;

  private final Clock clock;
  private final QueueIndex index;
  private final BooleanSupplier brokerRuns;

  @Resource(lookup = "java:/jms/MailroomCF")
  ConnectionFactory inlineBodies;

  @Resource(lookup = "java:/jms/MailroomLargeCF")
  ConnectionFactory largeBodies;

  @Resource(lookup = "java:/jms/MailroomWideCF")
  ConnectionFactory wideHeaders;

  private final HandOvers handOvers = new HandOvers(HAND_OVER, System::nanoTime);
  private SenderPool single;
  private SenderPool together;
  private SenderPool waiting;
  private SenderPool wide;
  private SenderPool outcomes;
  private SenderPool wideOutcomes;

  /** Counts delays from the time of {@code clock}; {@code index} knows of every part. */
  @Inject
  public MailQueue(Clock clock, QueueIndex index, Broker broker) {
    this(clock, index, broker::runs);
  }

  /** Believes no confirmation of a broker that doesn't run. */
  MailQueue(Clock clock, QueueIndex index, BooleanSupplier brokerRuns) {
    this.clock = clock;
    this.index = index;
    this.brokerRuns = brokerRuns;
  }

  /** The broker is connected to when the first mail comes. */
  @PostConstruct
  void open() {
    single = pool("single", inlineBodies, false, 8);
    together = pool("together", wideHeaders, true, 8);
    waiting = pool("waiting", largeBodies, false, 8);
    wide = pool("wide", wideHeaders, false, 6);
    outcomes = pool("outcomes", largeBodies, true, 4);
    wideOutcomes = pool("wide outcomes", wideHeaders, true, 4);
  }

  private SenderPool pool(String name, ConnectionFactory factory, boolean transacted, int size) {
    return new SenderPool(name, factory, transacted, size, handOvers, brokerRuns);
  }

  /** Gives the connections back. */
  @PreDestroy
  void close() {
    for (SenderPool pool : all()) {
      pool.close();
    }
  }

  private List<SenderPool> all() {
    return List.of(single, together, waiting, wide, outcomes, wideOutcomes);
  }

  /**
   * Takes a received mail, all its parts or none. No duplicate-detection id: nobody repeats a
   * reception.
   *
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when nothing was taken
   */
  public void accept(Publication parts) throws QueueException {
    send(parts.entries(), together, false);
  }

  /**
   * Publishes what an attempt or an operation made of a part. A publication that was made before,
   * by an attempt that crashed before its acknowledgement, is dropped.
   *
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when nothing was taken
   */
  public void publish(Publication publication) throws QueueException {
    send(publication.entries(), outcomesOf(publication.entries()), true);
  }

  /**
   * Publishes what an operation made of several parts, all of it or nothing, with one sync of the
   * journal. Publications that were made before are dropped.
   *
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when nothing was taken
   */
  public void publish(List<Publication> publications) throws QueueException {
    List<Entry> entries =
        publications.stream().flatMap(publication -> publication.entries().stream()).toList();
    if (!send(entries, outcomesOf(entries), true)) {
      for (Publication publication : publications) {
        publish(publication);
      }
    }
  }

  /**
   * Lays a message that is no mail before an operator: a copy with its content unchanged goes to
   * the dead queue. A crash before the message itself is acknowledged makes another copy.
   *
   * @param content of the message; empty when its body has another type
   * @param why it is no mail
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when it was not taken
   */
  public void bury(Message unreadable, Optional<MessageContent> content, String why)
      throws QueueException {
    wideOutcomes.sendTogether(sender -> sender.forward(unreadable, content, QueueName.DEAD, why));
  }

  /** Ends sends that the broker has let wait for 30 s; asked for every second. */
  public void endOverdueSends() {
    handOvers.endOverdue();
  }

  /**
   * The index knows of a part before a consumer can have it. What is not confirmed is withdrawn,
   * even if the broker may have it: the generation before it must not be taken for left over, and
   * the index learns of the new one when a consumer has it.
   *
   * @return false when the broker has one of several from before, and took none of the others
   */
  private boolean send(List<Entry> entries, SenderPool transaction, boolean once)
      throws QueueException {
    if (entries.isEmpty()) {
      return true;
    }
    Announcement announcement = new Announcement(index, entries);
    try {
      if (entries.size() == 1) {
        Entry entry = entries.get(0);
        pool(entry.mail(), entry.state()).send(sender -> send(sender, entry, once));
        return true;
      }
      return transaction.sendTogether(
          sender -> {
            for (Entry entry : entries) {
              send(sender, entry, once);
            }
          });
    } catch (QueueException | RuntimeException e) {
      announcement.withdraw();
      throw e;
    }
  }

  /**
   * For each body that it sends as a stream, the broker's client makes a buffer as large as the
   * largest message that is no file: 480 KiB with wide headers, and 16 KiB without.
   */
  private SenderPool outcomesOf(List<Entry> entries) {
    return entries.stream().allMatch(MailQueue::isNarrow) ? outcomes : wideOutcomes;
  }

  /** True when what is no stream of it is no reason for a file. */
  private static boolean isNarrow(Entry entry) {
    MessageContent content = entry.mail().content();
    long inline = isReady(entry.state()) && content.isInMemory() ? content.size() : 0;
    return RecordWriter.headerSize(entry.mail()) + inline <= MAX_HEADER;
  }

  private static boolean isReady(State state) {
    return state != State.DEFERRED && state != State.HELD;
  }

  private SenderPool pool(QueuedMail mail, State state) {
    if (isReady(state)) {
      return mail.content().isInMemory() ? single : wide;
    }
    return RecordWriter.headerSize(mail) > MAX_HEADER ? wide : waiting;
  }

  private void send(Sender sender, Entry entry, boolean once) throws JMSException, QueueException {
    QueuedMail mail = entry.mail();
    switch (entry.state()) {
      case READY -> sender.send(mail, QueueName.RELAY, 0, once);
      case DELIVERY -> sender.send(mail, QueueName.DELIVERY, 0, once);
      case DEFERRED -> sender.send(mail, QueueName.DEFERRED, due(mail), once);
      case HELD -> sender.send(mail, QueueName.HELD, 0, once);
      case DEAD -> sender.send(mail, QueueName.DEAD, 0, once);
    }
  }

  /**
   * The broker keeps a task of 180 octets for each moment at which messages are due, for as long as
   * they wait: after a long time, those of a second share one.
   */
  private long due(QueuedMail mail) {
    long due = mail.nextAttempt().map(Instant::toEpochMilli).orElse(0L);
    long delay = due - clock.millis();
    if (delay <= 0) {
      return 0;
    }
    return delay < LONG ? due : Math.ceilDiv(due, SECOND) * SECOND;
  }
}
