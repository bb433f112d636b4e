package org.mailroom.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
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

  private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

  private static final String WANTED =
      """
      select e from AuditEntry e
      where e.id < :before and e.happened >= :earliest and e.happened < :latest
      and lower(e.actor) like :actor escape '!'
      and lower(e.action) like :action escape '!'
      and lower(e.subject) like :subject escape '!'
      order by e.id desc
      """;

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

  /** Any entries, the newest first. */
  public List<AuditEntry> list(long before, int size) {
    return list(AuditQuery.all(before, size));
  }

  /** The entries that are wanted, the newest first. */
  public List<AuditEntry> list(AuditQuery query) {
    return database.read(
        entities ->
            entities
                .createQuery(WANTED, AuditEntry.class)
                .setParameter("before", query.before())
                .setParameter("actor", query.actorPattern())
                .setParameter("action", query.actionPattern())
                .setParameter("subject", query.subjectPattern())
                .setParameter("earliest", query.from().orElse(Instant.EPOCH))
                .setParameter("latest", query.to().orElse(EVER))
                .setMaxResults(query.size())
                .getResultList());
  }
}
