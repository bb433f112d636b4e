package org.mailroom.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.queue.Publication.Entry;

/** What the index was told of a publication before it was sent. */
final class Announcement {

  private record Told(QueueEntry entry, Optional<QueueEntry> before) {}

  private final QueueIndex index;
  private final List<Told> told;

  Announcement(QueueIndex index, List<Entry> entries) {
    this.index = index;
    this.told = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      QueueEntry part = QueueEntry.of(entry.mail(), stateOf(entry.state()));
      told.add(new Told(part, index.put(part)));
    }
  }

  /** Nothing of it was taken. */
  void withdraw() {
    told.forEach(each -> index.withdraw(each.entry(), each.before()));
  }

  private static QueueState stateOf(Publication.State state) {
    return switch (state) {
      case READY -> QueueState.READY;
      case DELIVERY -> QueueState.DELIVERY;
      case DEFERRED -> QueueState.DEFERRED;
      case HELD -> QueueState.HELD;
      case DEAD -> QueueState.DEAD;
    };
  }
}
