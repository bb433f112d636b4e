package org.mailroom.guard;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.mailroom.broker.BrokerBean;
import org.mailroom.broker.BrokerUnavailableException;
import org.mailroom.settings.Settings;

/**
 * Journal files that have lost their end. The broker reads what is left of one and says nothing;
 * but it makes every file in its full size, so one that is shorter was cut, by a filesystem that
 * was repaired or a copy that was broken off. An alarm stays until the next start.
 */
@Singleton
public class JournalCheck {

  private static final Logger LOG = System.getLogger(JournalCheck.class.getName());

  private final Path folder;
  private final BrokerBean broker =
      new BrokerBean(ManagementFactory.getPlatformMBeanServer(), BrokerBean.BROKER);
  private final TreeMap<Path, String> damage = new TreeMap<>();
  private Set<Path> suspects = Set.of();

  /** Looks at the journal in the data directory. */
  @Inject
  public JournalCheck(Settings settings) {
    this.folder = settings.data().resolve("queue/journal");
  }

  /** What is damaged, a line for each file. */
  public synchronized List<String> damage() {
    return List.copyOf(damage.values());
  }

  /** Looks; a file has to be short twice, since one that is being made is so for a moment. */
  void look() {
    try {
      look(broker.number("JournalFileSize").longValue());
    } catch (BrokerUnavailableException e) {
      LOG.log(Level.DEBUG, "The journal is not looked at", e);
    }
  }

  synchronized void look(long fullSize) {
    Set<Path> shortNow = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.amq")) {
      for (Path file : files) {
        long size = Files.size(file);
        if (size < fullSize && holdsRecords(file)) {
          shortNow.add(file);
          if (suspects.contains(file) && !damage.containsKey(file)) {
            alarm(file, size, fullSize);
          }
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The journal can't be looked at", e);
    }
    suspects = shortNow;
  }

  private void alarm(Path file, long size, long fullSize) {
    String text = file.getFileName() + " has " + size + " of its " + fullSize + " octets";
    damage.put(file, text);
    LOG.log(
        Level.ERROR,
        "The journal is damaged: "
            + text
            + ". Mail whose record was in the rest is lost, or comes again; all else is there.");
  }

  /** False for a file that nothing was ever written to: there the version, its first word, is 0. */
  private static boolean holdsRecords(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      return Files.size(file) >= Integer.BYTES && in.readInt() != 0;
    }
  }
}
