package org.mailroom.directory.store;

import org.mailroom.directory.DirectoryEntry;

/** An entity that keeps one value. */
interface Row<T extends DirectoryEntry> {

  /** The key of what it keeps. */
  String key();

  /** Makes it keep this value. */
  void take(T value);

  /** What it keeps. */
  T value();
}
