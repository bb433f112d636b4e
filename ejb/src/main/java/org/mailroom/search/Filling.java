package org.mailroom.search;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.mailroom.database.DatabaseException;
import org.mailroom.hub.Opening;
import org.mailroom.store.ContentKey;
import org.mailroom.store.Contents;
import org.mailroom.text.MessageOctets;
import org.mailroom.text.MessageTerms;

/**
 * Brings the index and the database together, in steps: adds contents that it lacks, the newest
 * first, and removes those that are gone. All ids are gone through at first and every hour, the
 * newest every other second. One thread at a time.
 */
@Singleton
public class Filling {

  private static final Logger LOG = System.getLogger(Filling.class.getName());

  /** Ids that are looked at together. */
  private static final int RANGE = 500;

  /** Transactions end in another order than ids are given; none lasts for so many. */
  private static final long OVERLAP = 1_000;

  /** Of its time it rests nine tenths while the machine has much to do, else the half. */
  private static final int REST_WHEN_BUSY = 9;

  private static final long STEP = Duration.ofMillis(200).toNanos();
  private static final long COMMIT = Duration.ofSeconds(5).toNanos();
  private static final long NEWEST = Duration.ofSeconds(2).toNanos();
  private static final long ALL = Duration.ofHours(1).toNanos();
  private static final long AGAIN = Duration.ofMinutes(1).toNanos();

  private final CurrentIndex current;
  private final Contents contents;
  private final Opening opening;
  private final LongSupplier nanoTime;
  private final Set<Long> added = new HashSet<>();
  private Round round = Round.NONE;
  private boolean changed;
  private boolean told;
  private long highest;
  private long committed;
  private long nextOfAll;
  private long resume;

  /**
   * A way through ids, from the highest down.
   *
   * @param first where it ends
   * @param before what is left is below
   */
  private record Round(long first, long before) {

    static final Round NONE = new Round(0, 0);

    boolean hasEnded() {
      return before <= first;
    }
  }

  /** Fills the index when the hub is open. */
  @Inject
  public Filling(CurrentIndex current, Contents contents, Opening opening) {
    this(current, contents, opening, System::nanoTime);
  }

  /** With a clock that never jumps. */
  public Filling(CurrentIndex current, Contents contents, Opening opening, LongSupplier nanoTime) {
    this.current = current;
    this.contents = contents;
    this.opening = opening;
    this.nanoTime = nanoTime;
    this.resume = nanoTime.getAsLong();
  }

  /** Works for some time, unless it is to rest; to be called again and again. */
  public synchronized void step() {
    long began = nanoTime.getAsLong();
    if (!opening.isOpen() || began - resume < 0) {
      return;
    }
    try {
      work(index());
      long now = nanoTime.getAsLong();
      resume = now + Math.max(round.hasEnded() ? NEWEST : 0, rest() * (now - began));
    } catch (DatabaseException e) {
      resume = began + AGAIN;
    } catch (IOException | RuntimeException | InternalError e) {
      throwAway(e);
    }
  }

  /** How often as long as it worked. Where nobody knows what the machine does, it is busy. */
  private static int rest() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    double load = machine.getSystemLoadAverage();
    return load >= 0 && load < machine.getAvailableProcessors() / 2.0 ? 1 : REST_WHEN_BUSY;
  }

  /** Works until it has gone through all ids. */
  public synchronized void fill() throws IOException {
    TextIndex index = index();
    begin(index, 0);
    while (!round.hasEnded()) {
      work(index);
    }
    commit(index);
  }

  /** How many contents searches know. */
  public long known() {
    return current.get().map(index -> index.known().count()).orElse(0L);
  }

  private TextIndex index() throws IOException {
    Optional<TextIndex> open = current.get();
    if (open.isPresent() && open.get().isBroken()) {
      throw new IOException("A search could not read it");
    }
    return open.isPresent() ? open.get() : open();
  }

  private TextIndex open() throws IOException {
    TextIndex index = current.open();
    added.clear();
    changed = false;
    committed = nanoTime.getAsLong();
    nextOfAll = committed;
    round = Round.NONE;
    return index;
  }

  private void throwAway(Throwable reason) {
    current.throwAway(reason);
    resume = nanoTime.getAsLong() + AGAIN;
  }

  /** What has an id above all others is gone. */
  private void begin(TextIndex index, long first) throws IOException {
    highest = contents.highest();
    round = new Round(first, highest + 1);
    removeOthers(index, index.prints(highest + 1, Long.MAX_VALUE), List.of());
  }

  private void work(TextIndex index) throws IOException {
    if (round.hasEnded()) {
      if (nanoTime.getAsLong() - nextOfAll >= 0) {
        nextOfAll = nanoTime.getAsLong() + ALL;
        begin(index, 0);
      } else {
        begin(index, Math.max(0, highest - OVERLAP));
      }
    }
    long lowest = Math.max(round.first(), round.before() - RANGE);
    List<ContentKey> keys = contents.between(lowest, round.before());
    Map<Long, Long> prints = index.prints(lowest, round.before());
    removeOthers(index, prints, keys);
    round = new Round(round.first(), add(index, prints, keys, lowest));
    if (changed && nanoTime.getAsLong() - committed >= COMMIT) {
      commit(index);
    }
    if (round.hasEnded() && !changed && !told) {
      told = true;
      LOG.log(Level.INFO, "The index of texts has " + index.known().count() + " messages");
    }
  }

  /** Removes what is gone, or is another content by now. */
  private void removeOthers(TextIndex index, Map<Long, Long> prints, List<ContentKey> keys)
      throws IOException {
    Set<Long> others = new HashSet<>(prints.keySet());
    for (ContentKey key : keys) {
      Long print = prints.get(key.id());
      if (print != null && print == key.print()) {
        others.remove(key.id());
      }
    }
    if (!others.isEmpty()) {
      prints.keySet().removeAll(others);
      added.removeAll(others);
      index.remove(List.copyOf(others));
      changed = true;
    }
    index.know(prints.keySet());
  }

  /**
   * Adds what is missing, as far as time allows.
   *
   * @return the lowest id that was looked at
   */
  private long add(TextIndex index, Map<Long, Long> prints, List<ContentKey> keys, long lowest)
      throws IOException {
    long began = nanoTime.getAsLong();
    for (int i = keys.size() - 1; i >= 0; i--) {
      ContentKey key = keys.get(i);
      if (!prints.containsKey(key.id()) && !added.contains(key.id())) {
        add(index, key);
        if (nanoTime.getAsLong() - began >= STEP && key.id() > lowest) {
          return key.id();
        }
      }
    }
    return lowest;
  }

  private void add(TextIndex index, ContentKey key) throws IOException {
    Optional<MessageTerms> terms = terms(key.id());
    if (terms.isPresent()) {
      index.add(key, terms.get());
      added.add(key.id());
      changed = true;
    }
  }

  /** Empty when the content is gone. */
  private Optional<MessageTerms> terms(long id) {
    Optional<MessageOctets> content = contents.find(id);
    try {
      return content.isPresent() ? Optional.of(MessageTerms.of(content.get())) : Optional.empty();
    } catch (DatabaseException e) {
      throw e;
    } catch (IOException e) {
      if (e.getCause() instanceof DatabaseException database) {
        throw database;
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The text of content " + id + " can't be read for the index", e);
      return Optional.of(MessageTerms.UNKNOWN);
    }
  }

  private void commit(TextIndex index) throws IOException {
    index.commit();
    index.know(added);
    added.clear();
    changed = false;
    committed = nanoTime.getAsLong();
    current.isWell();
  }

  /** The hub ends. */
  @PreDestroy
  synchronized void end() {
    current.close();
  }
}
