package org.mailroom.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.mailroom.database.Database;
import org.mailroom.database.DatabaseException;

/**
 * Writes the audit, and reads it. Every method throws {@link DatabaseException} when the database
 * doesn't answer.
 */
@Singleton
public class Audit {

  /** Entries of a page, at most. */
  public static final int MAX_PAGE = 1000;

  private final Database database;
  private final Clock clock;

  /** The audit in this database. */
  @Inject
  public Audit(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Something that is done at once: to be called before it is done. */
  public void done(AuditedAction what, long count, String outcome) {
    database.change(
        entities -> {
          done(entities, what, count, outcome);
          return what;
        });
  }

  /** The same in the database transaction of what is done: there with it, or not at all. */
  public void done(EntityManager entities, AuditedAction what, long count, String outcome) {
    AuditEntry entry = new AuditEntry(clock.instant(), what);
    entry.end(count, outcome);
    entities.persist(entry);
  }

  /**
   * Something begins that takes its time.
   *
   * @return the entry's id, for {@link #end}
   */
  public long begin(AuditedAction what) {
    return database.change(
        entities -> {
          AuditEntry entry = new AuditEntry(clock.instant(), what);
          entities.persist(entry);
          entities.flush();
          return entry.id();
        });
  }

  /** It ended: how many things it changed, and what came of it. */
  public void end(long id, long count, String outcome) {
    database.change(
        entities -> {
          AuditEntry entry = entities.find(AuditEntry.class, id);
          if (entry != null) {
            entry.end(count, outcome);
          }
          return entry;
        });
  }

  /**
   * Ends what was under way when the hub ended.
   *
   * @return how many
   */
  public int endInterrupted() {
    return database.change(
        entities -> {
          List<AuditEntry> open =
              entities
                  .createQuery("select e from AuditEntry e where not e.ended", AuditEntry.class)
                  .getResultList();
          open.forEach(
              entry ->
                  entry.end(
                      entry.affected(),
                      "interrupted by the end of the hub: each mail is changed or as it was"));
          return open.size();
        });
  }

  /**
   * Entries, the newest first.
   *
   * @param before only entries with a lower id; {@link Long#MAX_VALUE} for the newest
   * @param size 1 to {@link #MAX_PAGE}
   */
  public List<AuditEntry> list(long before, int size) {
    if (size < 1 || size > MAX_PAGE) {
      throw new IllegalArgumentException("A page of the audit has 1 to " + MAX_PAGE + " entries");
    }
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select e from AuditEntry e where e.id < :before order by e.id desc",
                    AuditEntry.class)
                .setParameter("before", before)
                .setMaxResults(size)
                .getResultList());
  }
}
