package org.mailroom.directory;

/** The directory as mail sees it. Safe for any number of threads. */
public interface Directory {

  /** What holds now; a reader asks once for all that belongs together. */
  DirectorySnapshot snapshot();
}
