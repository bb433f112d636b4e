package org.mailroom.hub;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.mailroom.mail.QueueIdSource;
import org.mailroom.mail.Spool;
import org.mailroom.settings.Settings;
import org.mailroom.settings.SettingsException;
import org.mailroom.settings.SettingsParser;
import org.mailroom.settings.SettingsReport;
import org.mailroom.settings.SettingsTrial;

/** Makes the shared objects, once each. A setting that is refused stops the deployment. */
@Singleton
public class HubProducers {

  /** Content up to this many octets stays in memory, and inline in its JMS message. */
  static final int MEMORY_LIMIT = 100 * 1024;

  /**
   * The settings in the environment of the server.
   *
   * @throws SettingsException with every problem at once
   */
  @Produces
  @Singleton
  Settings settings() throws SettingsException {
    return SettingsParser.parseForHub(System.getenv());
  }

  /**
   * What the settings are and where they come from; {@code bin/mailroom} tells what a file says.
   */
  @Produces
  @Singleton
  SettingsReport report(Settings settings) {
    String fromFile = System.getProperty(SettingsReport.FROM_FILE, "");
    return new SettingsReport(settings, System.getenv(), Set.of(fromFile.split(",", -1)));
  }

  /** Tries other settings than these. */
  @Produces
  @Singleton
  SettingsTrial trial(SettingsReport report) {
    return new SettingsTrial(report, System.getenv());
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  RandomGenerator random() {
    return () -> ThreadLocalRandom.current().nextLong();
  }

  @Produces
  @Singleton
  QueueIdSource queueIds(Clock clock) {
    return new QueueIdSource(clock);
  }

  /** The spool under the data directory, emptied of what a killed server left. */
  @Produces
  @Singleton
  Spool spool(Settings settings) {
    Path folder = settings.data().resolve("spool");
    try {
      Files.createDirectories(folder);
      Spool spool = new Spool(folder, MEMORY_LIMIT);
      spool.clear();
      return spool;
    } catch (IOException e) {
      throw new UncheckedIOException("The spool folder can't be used: " + folder, e);
    }
  }
}
