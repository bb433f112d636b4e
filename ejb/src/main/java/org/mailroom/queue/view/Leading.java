package org.mailroom.queue.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first so many of all that it meets, in an order. Not for a million of them at once. */
final class Leading<T> {

  private final Comparator<T> order;
  private final PriorityQueue<T> lastOnTop;
  private final long most;
  private long met;

  Leading(Comparator<T> order, long most) {
    this.order = order;
    this.lastOnTop = new PriorityQueue<>(order.reversed());
    this.most = most;
  }

  void add(T one) {
    met++;
    if (lastOnTop.size() < most) {
      lastOnTop.add(one);
    } else if (order.compare(one, lastOnTop.peek()) < 0) {
      lastOnTop.poll();
      lastOnTop.add(one);
    }
  }

  /** How many it has met. */
  long met() {
    return met;
  }

  /** Those behind the first {@code skip}, in order. */
  List<T> from(long skip) {
    List<T> all = new ArrayList<>(lastOnTop);
    all.sort(order);
    return all.subList((int) Math.min(skip, all.size()), all.size());
  }
}
