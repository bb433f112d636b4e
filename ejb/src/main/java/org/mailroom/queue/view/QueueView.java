package org.mailroom.queue.view;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import org.mailroom.mail.QueueId;
import org.mailroom.queue.QueueName;
import org.mailroom.queue.QueueRecord;

/**
 * What is in the queue.
 *
 * <p>Every method throws {@link BrokerUnavailableException} when the broker doesn't answer.
 */
@Singleton
public class QueueView {

  /** Rows of a page, at most. */
  public static final int MAX_PAGE = 1000;

  /** Parts of one mail that are looked for in one queue. */
  private static final int MAX_PARTS = 1000;

  private final Map<QueueName, BrokerQueue> queues = new EnumMap<>(QueueName.class);
  private final WaitingList waiting;

  /** Reads the broker of this server. */
  @Inject
  public QueueView(Clock clock) {
    this(ManagementFactory.getPlatformMBeanServer(), clock);
  }

  QueueView(MBeanServer server, Clock clock) {
    for (QueueName name : QueueName.values()) {
      queues.put(name, new BrokerQueue(server, name));
    }
    waiting = new WaitingList(queues.get(QueueName.DEFERRED), clock);
  }

  /** How many mails are in which state, and since when. */
  public QueueOverview overview() {
    BrokerQueue relay = queues.get(QueueName.RELAY);
    BrokerQueue deferred = queues.get(QueueName.DEFERRED);
    Map<QueueState, Long> counts = new EnumMap<>(QueueState.class);
    counts.put(QueueState.READY, relay.ready());
    counts.put(QueueState.IN_FLIGHT, relay.inDelivery() + deferred.inDelivery());
    counts.put(QueueState.DEFERRED, deferred.waiting() + deferred.ready());
    counts.put(QueueState.DELIVERY, queues.get(QueueName.DELIVERY).count());
    counts.put(QueueState.HELD, queues.get(QueueName.HELD).count());
    counts.put(QueueState.DEAD, queues.get(QueueName.DEAD).count());
    boolean empty = counts.values().stream().allMatch(count -> count == 0);
    return new QueueOverview(counts, empty ? Optional.empty() : oldest());
  }

  /**
   * Some mails of a state.
   *
   * @param page counted from 1
   * @param size 1 to {@link #MAX_PAGE}
   * @throws IllegalArgumentException for other numbers
   */
  public QueuePage page(QueueState state, int page, int size) {
    if (page < 1 || size < 1 || size > MAX_PAGE || page > Integer.MAX_VALUE / size) {
      throw new IllegalArgumentException("A page has a number from 1, and 1 to 1000 rows");
    }
    return switch (state) {
      case READY -> browsed(QueueName.RELAY, state, page, size);
      case DELIVERY -> browsed(QueueName.DELIVERY, state, page, size);
      case HELD -> browsed(QueueName.HELD, state, page, size);
      case DEAD -> browsed(QueueName.DEAD, state, page, size);
      case DEFERRED -> deferred(page, size);
      case IN_FLIGHT -> inFlight(page, size);
    };
  }

  /** All parts of a mail, wherever they are; none for an id that is not in the queue. */
  public List<QueueRow> show(QueueId id) {
    String filter = QueueRecord.QUEUE_ID + " = '" + id.text() + "'";
    Stream<QueueRow> ready =
        queues.entrySet().stream()
            .flatMap(
                queue ->
                    queue.getValue().find(filter, MAX_PARTS).stream()
                        .map(properties -> RowReader.read(stateOf(queue.getKey()), properties)));
    Stream<QueueRow> others =
        Stream.concat(inFlight().stream(), waiting.rows().stream().flatMap(List::stream));
    return Stream.concat(ready, others.filter(row -> row.id().equals(id.text())))
        .distinct()
        .toList();
  }

  private QueuePage browsed(QueueName name, QueueState state, int page, int size) {
    BrokerQueue queue = queues.get(name);
    return new QueuePage(state, page, size, queue.ready(), true, browse(name, state, page, size));
  }

  private QueuePage deferred(int page, int size) {
    BrokerQueue queue = queues.get(QueueName.DEFERRED);
    long due = queue.ready();
    long total = due + queue.waiting();
    List<QueueRow> rows =
        new ArrayList<>(browse(QueueName.DEFERRED, QueueState.DEFERRED, page, size));
    Optional<List<QueueRow>> list = waiting.rows();
    long skipped = Math.max(0, (long) (page - 1) * size - due);
    list.ifPresent(all -> all.stream().skip(skipped).limit(size - rows.size()).forEach(rows::add));
    return new QueuePage(QueueState.DEFERRED, page, size, total, list.isPresent(), rows);
  }

  private QueuePage inFlight(int page, int size) {
    List<QueueRow> all = inFlight();
    List<QueueRow> rows = all.stream().skip((long) (page - 1) * size).limit(size).toList();
    return new QueuePage(QueueState.IN_FLIGHT, page, size, all.size(), true, rows);
  }

  private List<QueueRow> inFlight() {
    return Stream.of(QueueName.RELAY, QueueName.DEFERRED)
        .flatMap(name -> queues.get(name).listInDelivery().stream())
        .map(properties -> RowReader.read(QueueState.IN_FLIGHT, properties))
        .toList();
  }

  private List<QueueRow> browse(QueueName name, QueueState state, int page, int size) {
    return queues.get(name).browse(page, size).stream()
        .map(properties -> RowReader.read(state, properties))
        .toList();
  }

  /** The first of each queue is about its oldest; of those that wait it is known. */
  private Optional<Instant> oldest() {
    Stream<QueueRow> heads =
        queues.keySet().stream().flatMap(name -> browse(name, stateOf(name), 1, 1).stream());
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
