package org.mailroom.console.queues;

/**
 * A state with its count, which leads to its mails.
 *
 * @param key in the page's address; empty for all mails
 * @param count of mails, in words
 * @param chosen true for the state that the page shows
 */
public record StateTile(String key, String count, boolean chosen) {

  /** The key of its texts and its style. */
  public String style() {
    return key.isEmpty() ? "all" : key;
  }

  /** As HTML says it of a link. */
  public String current() {
    return chosen ? "page" : null;
  }
}
