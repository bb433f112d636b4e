package org.mailroom.imap.thread;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * REFERENCES (RFC 5256, 3): a message is below the one it answers. Where that isn't there a dummy
 * is, as long as it holds something together. What is on top then is gathered by its subject.
 */
final class ReferencesThreading implements Threading {

  /** References to more messages that aren't there are passed over. */
  static final int MOST_DUMMIES = 250_000;

  private final Ancestry ancestry = new Ancestry();
  private final Placement placement = new Placement();
  private final Map<String, Integer> byId = new HashMap<>();
  private int dummies;

  /** Step 1. */
  @Override
  public void add(ThreadedMessage message, MessageIds ids) {
    int node = place(message, ids.own());
    int above = Ancestry.NONE;
    for (String id : ids.references()) {
      int next = referred(id);
      if (next != Ancestry.NONE) {
        if (above != Ancestry.NONE && ancestry.parent(next) == Ancestry.NONE) {
          ancestry.link(next, above);
        }
        above = next;
      }
    }
    ancestry.cut(node);
    if (above != Ancestry.NONE) {
      ancestry.link(node, above);
    }
  }

  /** The first of an id has it; the others have none. */
  private int place(ThreadedMessage message, Optional<String> id) {
    Integer known = id.map(byId::get).orElse(null);
    if (known != null && placement.isDummy(known)) {
      dummies--;
      placement.fill(known, message);
      return known;
    }
    int node = ancestry.add();
    placement.add(message);
    id.ifPresent(each -> byId.putIfAbsent(each, node));
    return node;
  }

  private int referred(String id) {
    Integer known = byId.get(id);
    if (known != null) {
      return known;
    }
    if (dummies >= MOST_DUMMIES) {
      return Ancestry.NONE;
    }
    dummies++;
    int node = ancestry.add();
    placement.addDummy();
    byId.put(id, node);
    return node;
  }

  @Override
  public Threads threads() {
    byId.clear();
    prune();
    new SubjectGathering(placement).run();
    return placement.threads();
  }

  /** Steps 2 and 3: of dummies only those on top stay that have more than one below them. */
  private void prune() {
    int[] standing = standing();
    int[] below = new int[placement.end()];
    for (int node = 1; node < below.length; node++) {
      if (!placement.isDummy(node)) {
        int parent = standing[ancestry.parent(node)];
        placement.move(node, parent);
        below[parent]++;
      }
    }
    for (int node = 1; node < below.length; node++) {
      int parent = placement.parent(node);
      if (below[parent] == 1 && placement.isDummy(parent)) {
        placement.move(node, Placement.TOP);
      }
    }
  }

  /** Of each node the nearest message at or above it, or the dummy on top. */
  private int[] standing() {
    int[] standing = new int[placement.end()];
    int[] path = new int[placement.end()];
    for (int node = 1; node < standing.length; node++) {
      int length = 0;
      int at = node;
      while (standing[at] == 0 && placement.isDummy(at) && ancestry.parent(at) != Ancestry.NONE) {
        path[length++] = at;
        at = ancestry.parent(at);
      }
      standing[at] = standing[at] == 0 ? at : standing[at];
      for (int i = 0; i < length; i++) {
        standing[path[i]] = standing[at];
      }
    }
    return standing;
  }
}
