package org.mailroom.console.queue;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.console.PageLink;
import org.mailroom.console.Phrases;
import org.mailroom.queue.QueueState;
import org.mailroom.queue.view.QueueOverview;

/**
 * A state with its count, which leads to its mails.
 *
 * @param key in the page's address; empty for all mails
 * @param link to them
 * @param count of mails, in words
 * @param chosen true for the state that the page shows
 */
public record StateTile(String key, String link, String count, boolean chosen) {

  /** The states in the order of a mail's life; all mails stand before them. */
  private static final List<QueueState> STATES =
      List.of(
          QueueState.READY,
          QueueState.IN_FLIGHT,
          QueueState.DEFERRED,
          QueueState.DELIVERY,
          QueueState.HELD,
          QueueState.DEAD);

  /** A tile for all mails that a filter wants, and one for each state of them. */
  public static List<StateTile> of(
      QueueOverview overview, String filter, String chosen, Phrases phrases) {
    List<StateTile> tiles = new ArrayList<>();
    tiles.add(tile("", overview.total(), filter, chosen, phrases));
    STATES.forEach(
        each -> tiles.add(tile(each.key(), overview.count(each), filter, chosen, phrases)));
    return tiles;
  }

  private static StateTile tile(
      String key, long count, String filter, String chosen, Phrases phrases) {
    return new StateTile(
        key,
        PageLink.to("queue", "filter", filter, "state", key),
        phrases.count(count),
        key.equals(chosen));
  }

  /** The key of its texts and its style. */
  public String style() {
    return key.isEmpty() ? "all" : key;
  }

  /** As HTML says it of a link. */
  public String current() {
    return chosen ? "page" : null;
  }
}
