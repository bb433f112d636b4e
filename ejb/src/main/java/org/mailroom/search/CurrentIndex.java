package org.mailroom.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.settings.Settings;

/** The index, when there is one; what can't be used is thrown away. */
@Singleton
public class CurrentIndex {

  private static final Logger LOG = System.getLogger(CurrentIndex.class.getName());

  private final Path folder;
  private volatile TextIndex index;
  private boolean troubled;

  /** In the data directory. */
  @Inject
  public CurrentIndex(Settings settings) {
    this(settings.data().resolve("index"));
  }

  /** In this folder. */
  public CurrentIndex(Path folder) {
    this.folder = folder;
  }

  /** The index, if one is open. */
  Optional<TextIndex> get() {
    return Optional.ofNullable(index);
  }

  /**
   * Opens the index, or begins one.
   *
   * @throws IOException when it can't be used
   */
  TextIndex open() throws IOException {
    Files.createDirectories(folder);
    index = TextIndex.open(folder);
    return index;
  }

  /** All is well: the next trouble is said again. */
  void isWell() {
    troubled = false;
  }

  /** Throws it away, and says so once. */
  void throwAway(Throwable reason) {
    if (!troubled) {
      troubled = true;
      LOG.log(Level.WARNING, "The index of texts is thrown away and made again: " + reason);
    }
    TextIndex bad = index;
    index = null;
    try {
      if (bad != null) {
        bad.abandon();
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.DEBUG, "A broken index can't be closed", e);
    }
    try {
      delete();
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.DEBUG, "A broken index can't be deleted", e);
    }
  }

  private void delete() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }

  /** Keeps what there is for the next start. */
  void close() {
    TextIndex last = index;
    index = null;
    if (last != null) {
      try {
        last.close();
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, "The index of texts could not be closed: " + e);
      }
    }
  }
}
