package org.mailroom.delivery;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailroom.database.DatabaseException;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

/**
 * Files the mails of many consumers, as many in one database transaction as stand in the line.
 * Whoever is first in it files for all; meanwhile the next ones gather. Those whose mails are filed
 * go on at once, and bring their next mails while the first of the others files. A batch that fails
 * is filed one by one, unless the database is away: each would wait for that anew.
 */
final class FilingLine {

  private static final Logger LOG = System.getLogger(FilingLine.class.getName());
  private static final int MOST = 200;
  private static final long MOST_OCTETS = 8L << 20;

  private final MailStore store;
  private final Queue<Place> line = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean turn = new AtomicBoolean();

  /** What a consumer waits for; changed by whoever has the turn, before its consumer is called. */
  private static final class Place {

    private final List<MailToFile> mails;
    private final Semaphore called = new Semaphore(0);
    private List<FilingResult> results;
    private Exception failure;

    Place(List<MailToFile> mails) {
      this.mails = mails;
    }

    boolean isDone() {
      return results != null || failure != null;
    }

    long octets() {
      return mails.isEmpty() ? 0 : mails.get(0).content().size();
    }
  }

  /** Files in this store. */
  FilingLine(MailStore store) {
    this.store = store;
  }

  /**
   * Files the mails of one part.
   *
   * @return what became of each, in their order; what is filed is on the disk
   * @throws DatabaseException when the database can't file them: none of them was filed
   * @throws IOException when the content can't be read
   */
  List<FilingResult> file(List<MailToFile> mails) throws IOException {
    Place place = new Place(mails);
    line.add(place);
    callFirst();
    place.called.acquireUninterruptibly();
    if (!place.isDone()) {
      takeTurn();
    }
    if (place.failure instanceof IOException e) {
      throw e;
    }
    if (place.failure instanceof RuntimeException e) {
      throw e;
    }
    return place.results;
  }

  /** How many stand in the line. */
  int length() {
    return line.size();
  }

  /** Has the first of the line file, unless somebody does. */
  private void callFirst() {
    while (!line.isEmpty() && turn.compareAndSet(false, true)) {
      Place first = line.peek();
      if (first != null) {
        first.called.release();
        return;
      }
      turn.set(false);
    }
  }

  /** Only who has the turn takes places out of the line, its own among the first. */
  private void takeTurn() {
    List<Place> batch = next();
    try {
      file(batch);
    } finally {
      for (Place place : batch) {
        if (!place.isDone()) {
          place.failure = new IllegalStateException("The batch of this mail broke");
        }
        place.called.release();
      }
      turn.set(false);
      callFirst();
    }
  }

  private void file(Collection<Place> batch) {
    try {
      fileTogether(batch);
    } catch (IOException | RuntimeException e) {
      if (batch.size() == 1
          || e instanceof DatabaseException database && database.isOfConnection()) {
        batch.forEach(place -> place.failure = e);
        return;
      }
      LOG.log(Level.WARNING, "A batch of mails is filed one by one: " + e.getMessage());
      batch.forEach(place -> file(List.of(place)));
    }
  }

  private List<Place> next() {
    List<Place> batch = new ArrayList<>();
    int mails = 0;
    long octets = 0;
    Place next = line.peek();
    while (next != null
        && (batch.isEmpty()
            || mails + next.mails.size() <= MOST && octets + next.octets() <= MOST_OCTETS)) {
      batch.add(line.poll());
      mails += next.mails.size();
      octets += next.octets();
      next = line.peek();
    }
    return batch;
  }

  private void fileTogether(Collection<Place> batch) throws IOException {
    List<MailToFile> all = batch.stream().flatMap(place -> place.mails.stream()).toList();
    List<FilingResult> results = store.file(all);
    int from = 0;
    for (Place place : batch) {
      place.results = results.subList(from, from + place.mails.size());
      from += place.mails.size();
    }
  }
}
