package org.mailroom.directory.setup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.stream.Collectors;
import org.mailroom.database.DatabaseException;
import org.mailroom.directory.DirectoryCheck;
import org.mailroom.directory.Problem;
import org.mailroom.directory.password.PasswordHashing;
import org.mailroom.directory.store.DirectoryStore;
import org.mailroom.directory.store.HubDirectory;
import org.mailroom.directory.store.Stored;
import org.mailroom.hub.StartRefusedException;
import org.mailroom.hub.StartStep;
import org.mailroom.login.FirstRun;
import org.mailroom.settings.Settings;

/** Makes the first directory, or reads the one that is there, before mail moves. */
@Singleton
public class DirectoryStart implements StartStep {

  private static final Logger LOG = System.getLogger(DirectoryStart.class.getName());

  private final Settings settings;
  private final DirectoryStore store;
  private final HubDirectory directory;
  private final PasswordHashing hashing;
  private final FirstRun firstRun;

  /** Fills this directory from this store. */
  @Inject
  public DirectoryStart(
      Settings settings,
      DirectoryStore store,
      HubDirectory directory,
      PasswordHashing hashing,
      FirstRun firstRun) {
    this.settings = settings;
    this.store = store;
    this.directory = directory;
    this.hashing = hashing;
    this.firstRun = firstRun;
  }

  @Override
  public Moment moment() {
    return Moment.AFTER_SCAN;
  }

  @Override
  public void run() throws StartRefusedException {
    FirstPassword password = new FirstPassword(settings.data());
    if (store.revision().isEmpty()) {
      begin(password);
    }
    directory.take(sound(load()));
    firstRun.forgetCode();
    password.forget();
  }

  private void begin(FirstPassword password) {
    try {
      store.begin(FirstDirectory.of(settings, password.hashed(hashing)));
      firstRun.begin();
      LOG.log(Level.INFO, "Made the first directory, of the domain " + settings.domain());
    } catch (DatabaseException e) {
      // Another hub on this database may have been faster.
      if (store.revision().isEmpty()) {
        throw e;
      }
    }
  }

  private Stored load() throws StartRefusedException {
    try {
      return store.load();
    } catch (IllegalArgumentException e) {
      throw new StartRefusedException(
          "The directory in the database can't be read: " + e.getMessage());
    }
  }

  private static Stored sound(Stored stored) throws StartRefusedException {
    List<Problem> problems = DirectoryCheck.problems(stored.data());
    if (!problems.isEmpty()) {
      throw new StartRefusedException(
          problems.stream()
              .map(problem -> "The directory in the database is not sound: " + problem)
              .collect(Collectors.joining("\n")));
    }
    return stored;
  }
}
