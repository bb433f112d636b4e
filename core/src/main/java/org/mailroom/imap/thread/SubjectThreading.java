package org.mailroom.imap.thread;

import java.util.HashMap;
import java.util.Map;

/**
 * ORDEREDSUBJECT (RFC 5256, 3): of all messages with the same base subject the first that was sent
 * is above the others.
 */
final class SubjectThreading implements Threading {

  private final Placement placement = new Placement();

  @Override
  public void add(ThreadedMessage message, MessageIds ids) {
    placement.add(message);
  }

  @Override
  public Threads threads() {
    Map<String, Integer> firsts = new HashMap<>();
    for (int node : placement.bySent()) {
      Integer first = firsts.putIfAbsent(placement.message(node).subject().text(), node);
      if (first != null) {
        placement.move(node, first);
      }
    }
    return placement.threads();
  }
}
