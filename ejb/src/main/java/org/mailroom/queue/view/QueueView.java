package org.mailroom.queue.view;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import org.mailroom.mail.QueueId;
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

  private final QueueRows rows;
  private final BrokerBean broker;

  /** Reads the broker of this server. */
  @Inject
  public QueueView(Clock clock) {
    this(ManagementFactory.getPlatformMBeanServer(), clock);
  }

  QueueView(MBeanServer server, Clock clock) {
    this.rows = new QueueRows(server, clock);
    this.broker = new BrokerBean(server, BrokerBean.BROKER);
  }

  /** How many mails are in which state, and since when. */
  public QueueOverview overview() {
    Map<QueueState, Long> counts = rows.counts();
    boolean empty = counts.values().stream().allMatch(count -> count == 0);
    return new QueueOverview(counts, empty ? Optional.empty() : rows.oldest());
  }

  /**
   * Some mails of a state, or of all.
   *
   * @param state empty for all states, one after the other
   * @param page counted from 1
   * @param size 1 to {@link #MAX_PAGE}
   * @throws IllegalArgumentException for other numbers
   */
  public QueuePage page(Optional<QueueState> state, int page, int size) {
    if (page < 1 || size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("A page has a number from 1, and 1 to 1000 rows");
    }
    List<QueueState> states = state.map(List::of).orElse(List.of(QueueState.values()));
    Map<QueueState, Long> counts = rows.counts();
    long skip = (long) (page - 1) * size;
    List<QueueRow> found = new ArrayList<>();
    for (QueueState each : states) {
      if (found.size() < size && skip < counts.get(each)) {
        found.addAll(rows.rows(each, skip, size - found.size()));
      }
      skip = Math.max(0, skip - counts.get(each));
    }
    long total = states.stream().mapToLong(counts::get).sum();
    boolean listed = !states.contains(QueueState.DEFERRED) || rows.waiting().isPresent();
    return new QueuePage(page, size, total, listed, found);
  }

  /** How many mails wait for which next hop; empty when too many wait to be listed. */
  public Map<String, Long> waitingFor() {
    return rows.waiting().stream()
        .flatMap(List::stream)
        .flatMap(row -> row.nextHop().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** How full the disk with the queue is: 0 to 1. */
  public double diskUse() {
    return broker.number("DiskStoreUsage").doubleValue();
  }

  /** All parts of a mail, wherever they are; none for an id that is not in the queue. */
  public List<QueueRow> show(QueueId id) {
    String filter = QueueRecord.QUEUE_ID + " = '" + id.text() + "'";
    Stream<QueueRow> others =
        Stream.concat(rows.inFlight().stream(), rows.waiting().stream().flatMap(List::stream))
            .filter(row -> row.id().equals(id.text()));
    return Stream.concat(rows.find(filter, MAX_PARTS).stream(), others).distinct().toList();
  }
}
