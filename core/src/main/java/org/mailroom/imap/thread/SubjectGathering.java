package org.mailroom.imap.thread;

import java.util.HashMap;
import java.util.Map;

/**
 * Steps 4 and 5 of REFERENCES (RFC 5256, 3): threads that have the same base subject become one.
 * Nothing is done twice: what has come below another is not on top any more.
 */
final class SubjectGathering {

  private final Placement placement;
  private final Threads threads;
  private final Map<String, Integer> bySubject = new HashMap<>();

  SubjectGathering(Placement placement) {
    this.placement = placement;
    this.threads = placement.threads();
  }

  void run() {
    int first = threads.firstBelow(Placement.TOP);
    for (int top = first; top != 0; top = threads.nextOf(top)) {
      choose(top);
    }
    for (int top = first; top != 0; top = threads.nextOf(top)) {
      Integer chosen = bySubject.get(subject(top));
      if (chosen != null && chosen != top && placement.parent(top) == Placement.TOP) {
        merge(top, chosen);
      }
    }
  }

  /** A dummy is better than a message, and an original better than an answer. */
  private void choose(int top) {
    String subject = subject(top);
    if (subject.isEmpty()) {
      return;
    }
    Integer chosen = bySubject.putIfAbsent(subject, top);
    if (chosen != null
        && !placement.isDummy(chosen)
        && (placement.isDummy(top) || isReply(chosen) && !isReply(top))) {
      bySubject.put(subject, top);
    }
  }

  private void merge(int top, int chosen) {
    if (placement.isDummy(top)) {
      for (int node = threads.firstBelow(top); node != 0; node = threads.nextOf(node)) {
        placement.move(node, chosen);
      }
    } else if (placement.isDummy(chosen) || isReply(top) && !isReply(chosen)) {
      placement.move(top, chosen);
    } else {
      int dummy = placement.addDummy();
      placement.move(top, dummy);
      placement.move(chosen, dummy);
      bySubject.put(subject(top), dummy);
    }
  }

  private boolean isReply(int node) {
    return placement.message(node).subject().isReply();
  }

  /** Of a dummy, that of the first below it. */
  private String subject(int top) {
    int named = placement.isDummy(top) ? threads.firstBelow(top) : top;
    return placement.message(named).subject().text();
  }
}
