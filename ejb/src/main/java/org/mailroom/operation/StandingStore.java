package org.mailroom.operation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.mailroom.database.Database;
import org.mailroom.hub.Pause;

/** Keeps pauses and limits in the database. */
@Singleton
public class StandingStore {

  private final Database database;

  /** The store in this database. */
  @Inject
  public StandingStore(Database database) {
    this.database = database;
  }

  void keep(String subject, Pause pause) {
    database.change(entities -> entities.merge(new StandingPause(subject, pause)));
  }

  void removePause(String subject) {
    database.change(
        entities -> {
          StandingPause pause = entities.find(StandingPause.class, subject);
          if (pause != null) {
            entities.remove(pause);
          }
          return pause;
        });
  }

  void keep(StandingLimit limit) {
    database.change(entities -> entities.merge(limit));
  }

  void removeLimit(String nextHop) {
    database.change(
        entities -> {
          StandingLimit limit = entities.find(StandingLimit.class, nextHop);
          if (limit != null) {
            entities.remove(limit);
          }
          return limit;
        });
  }

  /** The pauses that hold at a time, by what they are of. */
  List<StandingPause> pauses(Instant now) {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select p from StandingPause p where p.until is null or p.until > :now"
                        + " order by p.subject",
                    StandingPause.class)
                .setParameter("now", now)
                .getResultList());
  }

  /** All limits, by next hop. */
  List<StandingLimit> limits() {
    return database.read(
        entities ->
            entities
                .createQuery(
                    "select l from StandingLimit l order by l.nextHop", StandingLimit.class)
                .getResultList());
  }
}
