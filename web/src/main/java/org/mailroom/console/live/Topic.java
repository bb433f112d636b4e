package org.mailroom.console.live;

import java.util.function.LongSupplier;

/** Something that pages show, and that counts its changes. */
final class Topic {

  private final String name;
  private final LongSupplier changes;
  private long seen;

  /**
   * A topic.
   *
   * @param name as pages know it
   * @param changes counted from any number on
   */
  Topic(String name, LongSupplier changes) {
    this.name = name;
    this.changes = changes;
    this.seen = changes.getAsLong();
  }

  String name() {
    return name;
  }

  /** True when something has changed since it was asked last. */
  boolean takeChanged() {
    long now = changes.getAsLong();
    boolean changed = now != seen;
    seen = now;
    return changed;
  }
}
