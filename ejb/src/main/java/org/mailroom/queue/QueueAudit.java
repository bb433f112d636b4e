package org.mailroom.queue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.broker.QueueName;

/**
 * Keeps the index true to the broker. Counts are compared at every look; when they have differed
 * for a while, all messages are, and what two comparisons in a row say of a part is believed. So a
 * mail that moves during a comparison is never taken for a missing one.
 *
 * <p>Dead mail is looked at whenever its count differs: the broker puts mail there by itself.
 */
@Singleton
public class QueueAudit {

  private static final Logger LOG = System.getLogger(QueueAudit.class.getName());

  /** Looks in a row at which the counts differ, before messages are compared. */
  static final int PATIENCE = 3;

  /**
   * While mail moves, the broker counts parts that are published and not acknowledged twice, and
   * lacks those that are announced and not confirmed. Comparing a million messages takes half a
   * minute and, as the broker keeps the texts that it shows, 400 octets of heap for each; so a
   * smaller difference waits until nothing moves: no consumer has a mail, and the broker has as
   * many as at the look before.
   */
  private static final int UNDER_WAY = 1_000;

  private final QueueIndex index;
  private final QueueScan scan;
  private int differences;
  private long countBefore = -1;
  private Map<String, QueueEntry> lacking = Map.of();
  private Map<String, QueueEntry> surplus = Map.of();

  /** Compares {@code index} with what {@code scan} reads. */
  @Inject
  public QueueAudit(QueueIndex index, QueueScan scan) {
    this.index = index;
    this.scan = scan;
  }

  /**
   * Looks whether index and broker agree.
   *
   * @throws BrokerUnavailableException when the broker doesn't answer
   */
  public synchronized void look() {
    if (scan.messages(QueueName.DEAD) != index.count(QueueState.DEAD)) {
      readDead();
    }
    if (agree()) {
      differences = 0;
      lacking = Map.of();
      surplus = Map.of();
      return;
    }
    differences++;
    if (differences >= PATIENCE) {
      compare();
    }
  }

  private boolean agree() {
    int inFlight = index.count(QueueState.IN_FLIGHT);
    long count = scan.messages();
    boolean moves = inFlight > 0 || countBefore >= 0 && countBefore != count;
    countBefore = count;
    return Math.abs(count - index.size()) <= (moves ? inFlight + UNDER_WAY : 0);
  }

  private void readDead() {
    List<QueueEntry> before =
        index.entries().filter(part -> part.state() == QueueState.DEAD).toList();
    Set<String> found = new HashSet<>();
    scan.each(
        QueueName.DEAD,
        sighting -> {
          QueueEntry dead = sighting.entry();
          found.add(dead.key());
          boolean moving =
              index.find(dead.key()).filter(e -> e.state() == QueueState.IN_FLIGHT).isPresent();
          if (!moving) {
            index.put(dead);
          }
        });
    before.stream().filter(part -> !found.contains(part.key())).forEach(this::forget);
  }

  private void compare() {
    Map<String, QueueEntry> before =
        index.entries().collect(Collectors.toMap(QueueEntry::key, part -> part));
    Set<String> found = new HashSet<>();
    Map<String, QueueEntry> nowLacking = new HashMap<>();
    for (QueueName name : QueueName.values()) {
      scan.each(
          name,
          sighting -> {
            QueueEntry part = sighting.entry();
            found.add(part.key());
            if (part.isReadable() && index.find(part.key()).isEmpty()) {
              nowLacking.put(part.key(), part);
            }
          });
    }
    Map<String, QueueEntry> nowSurplus = new HashMap<>(before);
    nowSurplus.keySet().removeAll(found);
    nowSurplus.values().removeIf(part -> index.find(part.key()).orElse(null) != part);
    long mended = mend(nowLacking, nowSurplus);
    LOG.log(
        Level.WARNING,
        "The index of the queue and the broker differ: {0} mails only in the broker, {1} only in"
            + " the index; {2} of them were mended",
        nowLacking.size(),
        nowSurplus.size(),
        mended);
    lacking = nowLacking;
    surplus = nowSurplus;
  }

  private long mend(Map<String, QueueEntry> nowLacking, Map<String, QueueEntry> nowSurplus) {
    long mended = 0;
    for (QueueEntry part : nowLacking.values()) {
      QueueEntry known = lacking.get(part.key());
      if (known != null && known.generation() == part.generation()) {
        index.put(part);
        mended++;
      }
    }
    for (QueueEntry part : nowSurplus.values()) {
      if (surplus.get(part.key()) == part) {
        forget(part);
        mended++;
      }
    }
    return mended;
  }

  /** Unless it has changed since it was read. */
  private void forget(QueueEntry part) {
    if (index.find(part.key()).orElse(null) == part) {
      index.settle(part, false);
    }
  }
}
