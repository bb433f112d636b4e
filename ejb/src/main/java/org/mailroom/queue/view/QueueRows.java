package org.mailroom.queue.view;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import org.mailroom.queue.QueueName;

/** Counts and reads the mails of each state, wherever the broker keeps them. */
final class QueueRows {

  private final Map<QueueName, BrokerQueue> queues = new EnumMap<>(QueueName.class);
  private final WaitingList waiting;

  QueueRows(MBeanServer server, Clock clock) {
    for (QueueName name : QueueName.values()) {
      queues.put(name, new BrokerQueue(server, name));
    }
    waiting = new WaitingList(waitingByState(), clock);
  }

  /** Mail that the broker itself will deliver again is deferred, whatever queue it is in. */
  private Map<QueueState, List<BrokerQueue>> waitingByState() {
    return Map.of(
        QueueState.DEFERRED,
        List.of(
            queues.get(QueueName.DEFERRED),
            queues.get(QueueName.RELAY),
            queues.get(QueueName.DELIVERY)),
        QueueState.HELD,
        List.of(queues.get(QueueName.HELD)),
        QueueState.DEAD,
        List.of(queues.get(QueueName.DEAD)));
  }

  /** Those that wait, or empty when they are too many to be listed. */
  Optional<List<QueueRow>> waiting() {
    return waiting.rows();
  }

  /** Those that match, of those that a consumer could take now. */
  List<QueueRow> find(String filter, int size) {
    return queues.entrySet().stream()
        .flatMap(
            queue ->
                queue.getValue().find(filter, size).stream()
                    .map(properties -> RowReader.read(stateOf(queue.getKey()), properties)))
        .toList();
  }

  Map<QueueState, Long> counts() {
    BrokerQueue relay = queues.get(QueueName.RELAY);
    BrokerQueue deferred = queues.get(QueueName.DEFERRED);
    BrokerQueue delivery = queues.get(QueueName.DELIVERY);
    Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);
    counts.put(QueueState.READY, relay.ready());
    counts.put(QueueState.IN_FLIGHT, relay.inDelivery() + deferred.inDelivery());
    counts.put(
        QueueState.DEFERRED,
        deferred.ready() + deferred.waiting() + relay.waiting() + delivery.waiting());
    counts.put(QueueState.DELIVERY, delivery.ready() + delivery.inDelivery());
    counts.put(QueueState.HELD, queues.get(QueueName.HELD).count());
    counts.put(QueueState.DEAD, queues.get(QueueName.DEAD).count());
    return counts;
  }

  List<QueueRow> rows(QueueState state, long skip, int size) {
    return switch (state) {
      case READY -> browse(QueueName.RELAY, state, skip, size);
      case DELIVERY -> browse(QueueName.DELIVERY, state, skip, size);
      case DEFERRED -> dueAndWaiting(QueueName.DEFERRED, state, skip, size);
      case HELD -> dueAndWaiting(QueueName.HELD, state, skip, size);
      case DEAD -> dueAndWaiting(QueueName.DEAD, state, skip, size);
      case IN_FLIGHT -> inFlight().stream().skip(skip).limit(size).toList();
    };
  }

  /** First those whose time has come, which the broker pages, then those that wait. */
  private List<QueueRow> dueAndWaiting(QueueName name, QueueState state, long skip, int size) {
    long due = queues.get(name).ready();
    List<QueueRow> rows = new ArrayList<>(browse(name, state, skip, size));
    waiting.rows().stream()
        .flatMap(List::stream)
        .filter(row -> row.state() == state)
        .skip(Math.max(0, skip - due))
        .limit(size - rows.size())
        .forEach(rows::add);
    return rows;
  }

  List<QueueRow> inFlight() {
    return Stream.of(QueueName.RELAY, QueueName.DEFERRED)
        .flatMap(name -> queues.get(name).listInDelivery().stream())
        .map(properties -> RowReader.read(QueueState.IN_FLIGHT, properties))
        .toList();
  }

  /** The broker pages in whole pages: where rows of two are wanted, both are read. */
  private List<QueueRow> browse(QueueName name, QueueState state, long skip, int size) {
    int page = Math.toIntExact(skip / size) + 1;
    int offset = (int) (skip % size);
    Stream<Map<String, Object>> messages = queues.get(name).browse(page, size).stream();
    if (offset > 0) {
      messages = Stream.concat(messages, queues.get(name).browse(page + 1, size).stream());
    }
    return messages
        .skip(offset)
        .limit(size)
        .map(properties -> RowReader.read(state, properties))
        .toList();
  }

  /**
   * When the mail that is longest in the queue was accepted: the first of each queue is about its
   * oldest, and of those that wait it is known.
   */
  Optional<Instant> oldest() {
    Stream<QueueRow> heads =
        queues.keySet().stream().flatMap(name -> browse(name, stateOf(name), 0, 1).stream());
    Stream<Instant> others =
        Stream.concat(heads, inFlight().stream()).flatMap(row -> row.firstQueued().stream());
    return Stream.concat(others, waiting.oldest().stream()).min(Instant::compareTo);
  }

  private static QueueState stateOf(QueueName name) {
    return switch (name) {
      case RELAY -> QueueState.READY;
      case DELIVERY -> QueueState.DELIVERY;
      case DEFERRED -> QueueState.DEFERRED;
      case HELD -> QueueState.HELD;
      case DEAD -> QueueState.DEAD;
    };
  }
}
