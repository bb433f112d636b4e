package org.mailroom.delivery;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.mailroom.database.DatabaseException;
import org.mailroom.store.FilingResult;
import org.mailroom.store.MailStore;
import org.mailroom.store.MailToFile;

/**
 * Files the mails of all consumers, as many in one database transaction as stand in the line.
 * Whoever comes first files for all; meanwhile the next ones gather. A batch that fails is filed
 * one by one, unless the database is away: each would wait for that anew.
 */
@Singleton
public class FilingLine {

  private static final Logger LOG = System.getLogger(FilingLine.class.getName());
  private static final int MOST = 200;
  private static final long MOST_OCTETS = 8L << 20;

  private final MailStore store;
  private final Queue<Place> line = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** What a consumer waits for; changed by whoever has the turn. */
  private static final class Place {

    private final List<MailToFile> mails;
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
  @Inject
  public FilingLine(MailStore store) {
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
    turn.lock();
    try {
      while (!place.isDone()) {
        fileNext();
      }
    } finally {
      turn.unlock();
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

  private void fileNext() {
    List<Place> batch = next();
    try {
      fileTogether(batch);
    } catch (IOException | RuntimeException e) {
      if (batch.size() == 1) {
        batch.get(0).failure = e;
        return;
      }
      if (e instanceof DatabaseException database && database.isOfConnection()) {
        batch.forEach(place -> place.failure = e);
        return;
      }
      LOG.log(Level.WARNING, "A batch of mails is filed one by one: " + e.getMessage());
      batch.forEach(this::fileAlone);
    }
  }

  private void fileAlone(Place place) {
    try {
      fileTogether(List.of(place));
    } catch (IOException | RuntimeException e) {
      place.failure = e;
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

  private void fileTogether(List<Place> batch) throws IOException {
    List<MailToFile> all = batch.stream().flatMap(place -> place.mails.stream()).toList();
    List<FilingResult> results = store.file(all);
    int from = 0;
    for (Place place : batch) {
      place.results = results.subList(from, from + place.mails.size());
      from += place.mails.size();
    }
  }
}
