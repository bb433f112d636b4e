package org.mailroom.conversation;

import java.util.List;

/**
 * Lines that came after a place.
 *
 * @param lines the oldest first
 * @param next the place behind all that were looked at
 * @param missed true when there were older ones that are not kept any more
 */
public record ConversationPage(List<ConversationLine> lines, long next, boolean missed) {

  /** Keeps its own list. */
  public ConversationPage {
    lines = List.copyOf(lines);
  }
}
