package org.mailroom.imap.thread;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where messages are put, while that changes: each below another one, or on top. A dummy stands for
 * a message that isn't there; it is on top, and if nothing is below it, it is nowhere.
 */
final class Placement {

  /** The place above those on top. */
  static final int TOP = 0;

  private final List<Optional<ThreadedMessage>> messages = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();

  Placement() {
    addDummy();
  }

  /** One more on top, the n-th is n. */
  int add(ThreadedMessage message) {
    return add(Optional.of(message));
  }

  int addDummy() {
    return add(Optional.empty());
  }

  private int add(Optional<ThreadedMessage> message) {
    messages.add(message);
    parents.add(TOP);
    return messages.size() - 1;
  }

  /** One behind the last. */
  int end() {
    return messages.size();
  }

  boolean isDummy(int node) {
    return messages.get(node).isEmpty();
  }

  /** The message, which is there. */
  ThreadedMessage message(int node) {
    return messages.get(node).orElseThrow();
  }

  /** A message comes in place of a dummy. */
  void fill(int dummy, ThreadedMessage message) {
    messages.set(dummy, Optional.of(message));
  }

  int parent(int node) {
    return parents.get(node);
  }

  void move(int node, int parent) {
    parents.set(node, parent);
  }

  /** The messages in the order in which they were sent. */
  List<Integer> bySent() {
    List<Integer> all = new ArrayList<>();
    for (int node = 1; node < end(); node++) {
      if (!isDummy(node)) {
        all.add(node);
      }
    }
    Collections.sort(all, (one, other) -> message(one).compareTo(message(other)));
    return all;
  }

  /**
   * The threads as they are now. Those below the same are in the order in which they were sent, and
   * a dummy is where the first below it would be: so all are put in that order.
   */
  Threads threads() {
    Threads threads = new Threads(end());
    for (int node : bySent()) {
      int parent = parent(node);
      if (parent != TOP && isDummy(parent) && threads.firstBelow(parent) == TOP) {
        threads.append(parent, TOP);
      }
      threads.append(node, parent);
      threads.name(node, message(node).uid());
    }
    return threads;
  }
}
