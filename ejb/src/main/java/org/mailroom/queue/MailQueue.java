package org.mailroom.queue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.util.List;
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

  private final Clock clock;

  @Resource(lookup = "java:/jms/MailroomCF")
  private ConnectionFactory inlineBodies;

  @Resource(lookup = "java:/jms/MailroomLargeCF")
  private ConnectionFactory largeBodies;

  @Resource(lookup = "java:/jms/MailroomWideCF")
  private ConnectionFactory wideHeaders;

  private SenderPool single;
  private SenderPool bulky;
  private SenderPool together;
  private SenderPool waiting;
  private SenderPool wide;
  private SenderPool outcomes;

  /** Counts delays from the time of {@code clock}. */
  @Inject
  public MailQueue(Clock clock) {
    this.clock = clock;
  }

  /** The broker is connected to when the first mail comes. */
  @PostConstruct
  void open() {
    single = new SenderPool("single", inlineBodies, false, 8);
    bulky = new SenderPool("bulky", inlineBodies, false, 4);
    together = new SenderPool("together", wideHeaders, true, 8);
    waiting = new SenderPool("waiting", largeBodies, false, 8);
    wide = new SenderPool("wide", wideHeaders, false, 2);
    outcomes = new SenderPool("outcomes", wideHeaders, true, 4);
  }

  /** Gives the connections back. */
  @PreDestroy
  void close() {
    for (SenderPool pool : List.of(single, bulky, together, waiting, wide, outcomes)) {
      pool.close();
    }
  }

  /**
   * Takes a received mail, all its parts or none. No duplicate-detection id: nobody repeats a
   * reception.
   *
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when nothing was taken
   */
  public void accept(List<QueuedMail> parts) throws QueueException {
    if (parts.size() == 1) {
      QueuedMail part = parts.get(0);
      pool(part, State.READY).send(sender -> sender.send(part, QueueName.RELAY, 0, false));
    } else {
      together.sendTogether(
          sender -> {
            for (QueuedMail part : parts) {
              sender.send(part, QueueName.RELAY, 0, false);
            }
          });
    }
  }

  /**
   * Publishes what an attempt or an operation made of a part. A publication that was made before,
   * by an attempt that crashed before its acknowledgement, is dropped.
   *
   * @throws QueueUnconfirmedException when the broker did not confirm in time
   * @throws QueueException when nothing was taken
   */
  public void publish(Publication publication) throws QueueException {
    List<Entry> entries = publication.entries();
    if (entries.isEmpty()) {
      return;
    }
    if (entries.size() == 1) {
      Entry entry = entries.get(0);
      pool(entry.mail(), entry.state()).send(sender -> send(sender, entry));
    } else {
      outcomes.sendTogether(
          sender -> {
            for (Entry entry : entries) {
              send(sender, entry);
            }
          });
    }
  }

  private SenderPool pool(QueuedMail mail, State state) {
    boolean ready = state == State.READY;
    if (ready && mail.content().isInMemory()) {
      return single;
    }
    if (RecordWriter.headerSize(mail) > MAX_HEADER) {
      return wide;
    }
    return ready ? bulky : waiting;
  }

  private void send(Sender sender, Entry entry) throws JMSException, QueueException {
    QueuedMail mail = entry.mail();
    switch (entry.state()) {
      case READY -> sender.send(mail, QueueName.RELAY, 0, true);
      case DEFERRED -> sender.send(mail, QueueName.DEFERRED, delay(mail), true);
      case DEAD -> sender.send(mail, QueueName.DEAD, 0, true);
    }
  }

  private long delay(QueuedMail mail) {
    return mail.nextAttempt().map(due -> due.toEpochMilli() - clock.millis()).orElse(0L);
  }
}
