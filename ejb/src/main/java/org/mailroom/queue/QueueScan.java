package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.management.MBeanServer;
import org.mailroom.broker.BrokerQueue;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.broker.QueueName;

/**
 * Reads all queues of the broker: ready mail, in memory and paged, mail that waits, mail that the
 * broker will deliver again, held and dead mail, and what consumers have in hand.
 */
@Singleton
public class QueueScan {

  private static final Logger LOG = System.getLogger(QueueScan.class.getName());

  /** A consumer that starts during a scan moves a message from one list to another. */
  private static final int TRIES = 3;

  private final QueueIndex index;
  private final Map<QueueName, BrokerQueue> queues = new EnumMap<>(QueueName.class);

  /** Reads this server's broker. */
  @Inject
  public QueueScan(QueueIndex index) {
    this(index, ManagementFactory.getPlatformMBeanServer());
  }

  QueueScan(QueueIndex index, MBeanServer server) {
    this.index = index;
    for (QueueName name : QueueName.values()) {
      queues.put(name, new BrokerQueue(server, name));
    }
  }

  /**
   * Fills the index before mail moves. Of two generations of a part, which a crash between the
   * publication of one and the acknowledgement of the other left, the older is dropped; so is a
   * part of which a DSN in the queue tells what became of it. What is not readable as a mail is
   * moved to the dead queue.
   *
   * @throws BrokerUnavailableException when the broker doesn't answer
   */
  public void fill() {
    long began = System.nanoTime();
    for (int i = 1; i <= TRIES; i++) {
      index.clear();
      Filling filling = new Filling();
      for (QueueName name : QueueName.values()) {
        each(name, filling::meet);
        filling.settle();
      }
      filling.settleTold();
      if (index.size() + filling.inHand == messages()) {
        break;
      }
      LOG.log(i < TRIES ? Level.INFO : Level.WARNING, "The queue changed while it was read");
    }
    long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
    LOG.log(Level.INFO, "The queue has " + index.size() + " mails; read in " + took + " ms");
  }

  /**
   * Shows every message of a queue; one that moves meanwhile may be shown twice. Lists are read in
   * the order in which messages go through them, so that one whose time comes is not left out.
   */
  void each(QueueName name, Consumer<Sighting> reader) {
    BrokerQueue queue = queues.get(name);
    Consumer<Map<String, Object>> read = properties -> reader.accept(Sighting.of(name, properties));
    queue.eachWaiting(read);
    queue.eachReady(read);
    queue.eachInDelivery(read);
  }

  /** All messages of a queue, as the broker counts them. */
  long messages(QueueName name) {
    return queues.get(name).count();
  }

  /** All messages of all queues, as the broker counts them. */
  long messages() {
    return queues.values().stream().mapToLong(BrokerQueue::count).sum();
  }

  /** One pass over all queues. */
  private final class Filling {

    private final Map<String, Sighting> newest = new HashMap<>();
    private final List<Sighting> leftOver = new ArrayList<>();
    private final List<Sighting> unreadable = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** Messages that count for nothing and that a consumer has: it will drop or bury them. */
    private int inHand;

    void meet(Sighting sighting) {
      QueueEntry entry = sighting.entry();
      if (!entry.isReadable() && sighting.queue() != QueueName.DEAD) {
        unreadable.add(sighting);
        return;
      }
      Sighting known = newest.get(entry.key());
      if (known != null && known.messageId() == sighting.messageId()) {
        return;
      }
      sighting.about().ifPresent(told::add);
      if (known == null || known.entry().generation() < entry.generation()) {
        newest.put(entry.key(), sighting);
        index.put(entry);
        if (known != null) {
          leftOver.add(known);
        }
      } else {
        leftOver.add(sighting);
      }
    }

    /** Not while the queue is read: what is taken out moves its neighbours. */
    void settle() {
      for (Sighting old : leftOver) {
        drop(old, "the queue has a newer one");
      }
      for (Sighting message : unreadable) {
        LOG.log(Level.ERROR, "A message that is no mail goes to the dead queue: " + message);
        if (!queues.get(message.queue()).move(message.messageId(), QueueName.DEAD)) {
          inHand++;
        }
      }
      leftOver.clear();
      unreadable.clear();
    }

    void settleTold() {
      for (String publicationId : told) {
        int slash = publicationId.lastIndexOf('/');
        Sighting part = newest.get(publicationId.substring(0, slash));
        if (part != null && part.entry().publicationId().equals(publicationId)) {
          index.settle(part.entry(), !drop(part, "the queue has the DSN about it"));
        }
      }
    }

    private boolean drop(Sighting old, String why) {
      LOG.log(Level.INFO, "Dropped " + old.entry().publicationId() + ": " + why);
      boolean dropped = queues.get(old.queue()).remove(old.messageId());
      inHand += dropped ? 0 : 1;
      return dropped;
    }
  }
}
