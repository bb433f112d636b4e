package org.mailroom.tracking.store;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Opening;
import org.mailroom.tracking.TraceBacklog;
import org.mailroom.tracking.TraceEvent;

/**
 * Writes what is in the backlog into the database, on one thread at a time. What could not be
 * written is kept and tried again, first of all; what the database will never take is dropped, and
 * nothing else with it.
 */
@Singleton
public class TraceWriter {

  /** Recipients in a transaction. */
  static final int BATCH = 2_000;

  private static final Logger LOG = System.getLogger(TraceWriter.class.getName());
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final TraceBacklog backlog;
  private final Database database;
  private final Opening opening;
  private final Clock clock;
  private List<TraceRows> pending = List.of();
  private boolean again;
  private TraceNumbers numbers;
  private final LongAdder written = new LongAdder();
  private volatile Instant failingSince;
  private volatile String failure = "";

  /** Writes into {@code database}, once the hub is open. */
  @Inject
  public TraceWriter(TraceBacklog backlog, Database database, Opening opening, Clock clock) {
    this.backlog = backlog;
    this.database = database;
    this.opening = opening;
    this.clock = clock;
  }

  /**
   * Writes all that is there when it begins, or as much as the database takes. What comes meanwhile
   * waits for the next time unless it fills a batch: many small ones cost more, and an outcome that
   * is not in one batch with its mail needs a row of its own.
   */
  public void write() {
    write(BATCH);
  }

  /** The last of it, when the hub ends. */
  @PreDestroy
  void end() {
    write(1);
  }

  /** Goes on behind what is there for as long as so many recipients have come. */
  private synchronized void write(int least) {
    if (!opening.isOpen()) {
      return;
    }
    try {
      writePending();
      int left = backlog.size();
      while (left > 0 || backlog.holds(least)) {
        // First of all, since what is taken must not get lost when the database doesn't answer.
        TraceBatch batch = new TraceBatch(numbers());
        List<TraceEvent> events = backlog.take(BATCH);
        left -= events.size();
        pending = rows(events, batch);
        writePending();
      }
    } catch (DatabaseException e) {
      failed(e);
    }
  }

  /** Counts what was written since the hub started: another number means that there is more. */
  public long written() {
    return written.sum();
  }

  /** Why the database lacks something, for an operator; empty when all is well. */
  public Optional<String> trouble() {
    List<String> words = new ArrayList<>();
    Instant since = failingSince;
    if (since != null) {
      words.add(failure + ", since " + since.truncatedTo(ChronoUnit.SECONDS));
    }
    Optional<Instant> last = backlog.lastDropped();
    if (last.filter(time -> time.plus(REMEMBERED).isAfter(clock.instant())).isPresent()) {
      words.add(
          backlog.dropped()
              + " events are missing, the last of "
              + last.get().truncatedTo(ChronoUnit.SECONDS));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }

  private void writePending() {
    if (pending.isEmpty()) {
      return;
    }
    boolean second = again;
    again = true;
    store(second);
    written.increment();
    pending = List.of();
    again = false;
    recovered();
  }

  /** Numbers go on where they were, also when the clock was set back. */
  private TraceNumbers numbers() {
    if (numbers == null) {
      numbers = new TraceNumbers(database.byJdbc(TraceTables::lastNumber));
    }
    return numbers;
  }

  /** One that a fault of the hub makes no rows of takes no other along. */
  private List<TraceRows> rows(List<TraceEvent> events, TraceBatch batch) {
    for (TraceEvent event : events) {
      try {
        batch.add(event);
      } catch (RuntimeException e) {
        backlog.drop(1, clock.instant());
        LOG.log(Level.ERROR, "An event of " + event.id() + " can't be written", e);
      }
    }
    return batch.rows();
  }

  /** A commit whose answer got lost has been made: all of the batch is there, or nothing. */
  private void store(boolean second) {
    if (second && database.byJdbc(connection -> TraceTables.has(connection, pending.get(0)))) {
      return;
    }
    try {
      database.byJdbc(connection -> TraceTables.insert(connection, pending, numbers));
    } catch (DatabaseException e) {
      if (!e.isOfData()) {
        throw e;
      }
      while (!pending.isEmpty()) {
        storeAlone(pending.get(0));
        pending = pending.subList(1, pending.size());
      }
    }
  }

  private void storeAlone(TraceRows rows) {
    try {
      database.byJdbc(connection -> TraceTables.insert(connection, List.of(rows), numbers));
    } catch (DatabaseException e) {
      if (!e.isOfData()) {
        throw e;
      }
      backlog.drop(rows.events(), clock.instant());
      LOG.log(Level.ERROR, "The database refuses an event of a mail", e);
    }
  }

  private void failed(DatabaseException e) {
    failure = e.getMessage();
    if (failingSince == null) {
      failingSince = clock.instant();
      LOG.log(Level.WARNING, "Traces are not written, and kept for a while: " + e.getMessage());
    }
  }

  private void recovered() {
    if (failingSince != null) {
      failingSince = null;
      LOG.log(Level.INFO, "Traces are written again");
    }
  }
}
