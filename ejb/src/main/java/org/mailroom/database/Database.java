package org.mailroom.database;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Reads and changes the database, in database transactions of its own. {@link #open} comes first.
 */
@Singleton
public class Database {

  private static final String UNIT = "mailroom";
  private static final String H2 = "H2";

  @Resource(lookup = "java:jboss/datasources/Mailroom")
  private DataSource source;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/mailroom-reading")
  private Executor threads;

  private volatile EntityManagerFactory entities;
  private boolean syncs;

  /** The database of the server's data source. */
  @Inject
  public Database() {}

  /** Reads on the thread that asks, what is read ahead as well. */
  Database(DataSource source) {
    this.source = source;
    this.threads = Runnable::run;
  }

  /**
   * Makes sure that the database is there, and brings its tables up to date.
   *
   * @throws DatabaseException when it can't be reached, or its tables are newer than this hub
   */
  public void open() {
    String url = "";
    try (Connection connection = source.getConnection()) {
      url = connection.getMetaData().getURL();
      syncs = connection.getMetaData().getDatabaseProductName().equals(H2);
    } catch (SQLException e) {
      throw new DatabaseException("The database can't be reached: " + OneLine.of(e));
    }
    new Schema(source).bringUpToDate();
    try {
      entities =
          Persistence.createEntityManagerFactory(
              UNIT, Map.of("jakarta.persistence.nonJtaDataSource", source));
    } catch (PersistenceException e) {
      throw new DatabaseException(
          "The tables of " + url + " are not those of this hub: " + OneLine.of(e));
    }
  }

  /** Gives everything back. */
  @PreDestroy
  public void close() {
    if (entities != null) {
      entities.close();
    }
  }

  /**
   * Reads.
   *
   * @throws DatabaseException when the database doesn't answer
   */
  public <T> T read(Function<EntityManager, T> work) {
    return change(work, false);
  }

  /** Begins to read on a thread of the container. */
  public <T> Ahead<T> readAhead(Supplier<T> reading) {
    return new Ahead<>(reading, threads);
  }

  /**
   * Changes something: all of it, or nothing. It outlives a power cut from when this returns.
   *
   * @throws DatabaseException when the database doesn't answer; nothing was changed
   */
  public <T> T change(Function<EntityManager, T> work) {
    return change(work, true);
  }

  /**
   * Reads or changes by JDBC, for many rows at once: all of it, or nothing. A power cut may undo
   * the changes of the last seconds.
   *
   * @throws DatabaseException when the database doesn't answer, or refuses; nothing was changed
   */
  public <T> T byJdbc(JdbcWork<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.on(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException("The database doesn't answer: " + OneLine.of(e), e);
    }
  }

  private <T> T change(Function<EntityManager, T> work, boolean sync) {
    if (entities == null) {
      throw new DatabaseException("The database is not open yet");
    }
    try (EntityManager manager = entities.createEntityManager()) {
      EntityTransaction transaction = manager.getTransaction();
      transaction.begin();
      try {
        T result = work.apply(manager);
        transaction.commit();
        if (sync && syncs) {
          syncToDisk(manager);
        }
        return result;
      } finally {
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    } catch (PersistenceException e) {
      throw new DatabaseException("The database doesn't answer: " + OneLine.of(e), e);
    }
  }

  /** A commit of H2 is in the file, and not yet on the disk. */
  private static void syncToDisk(EntityManager manager) {
    manager.getTransaction().begin();
    manager.createNativeQuery("checkpoint sync").executeUpdate();
    manager.getTransaction().commit();
  }
}
