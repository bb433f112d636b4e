package org.mailroom.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whether the database answers, for operators; it is asked again and again. */
@Singleton
public class DatabaseHealth {

  /** An answer that takes longer is none. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Runnable question;
  private final InstantSource clock;
  private volatile Trouble trouble;
  private volatile Instant asked;

  private record Trouble(String reason, Instant since) {}

  /** Of this database. */
  @Inject
  public DatabaseHealth(Database database, Clock clock) {
    this(
        () -> database.read(entities -> entities.createNativeQuery("select 1").getSingleResult()),
        clock);
  }

  DatabaseHealth(Runnable question, InstantSource clock) {
    this.question = question;
    this.clock = clock;
  }

  /** Asks, and waits for the answer as long as it takes. */
  void ask() {
    Instant now = clock.instant();
    asked = now;
    try {
      question.run();
      trouble = null;
    } catch (DatabaseException e) {
      Trouble last = trouble;
      trouble = new Trouble(e.getMessage(), last == null ? now : last.since());
    } finally {
      asked = null;
    }
  }

  /** Why the database is of no use now, and since when; empty when it answers. */
  public Optional<String> trouble() {
    Trouble known = trouble;
    Instant waiting = asked;
    if (known != null) {
      return Optional.of(text(known));
    }
    if (waiting != null && waiting.plus(PATIENCE).isBefore(clock.instant())) {
      return Optional.of(text(new Trouble("No answer comes", waiting)));
    }
    return Optional.empty();
  }

  private static String text(Trouble trouble) {
    return trouble.reason() + ", since " + trouble.since().truncatedTo(ChronoUnit.SECONDS);
  }
}
