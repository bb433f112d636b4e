package org.mailroom.console.accounts;

/**
 * A group of accounts with its count, which leads to it.
 *
 * @param key of its texts
 * @param count in words
 * @param link to its list
 * @param chosen true for the one that the page shows
 */
public record Chip(String key, String count, String link, boolean chosen) {

  /** As HTML says it of a link. */
  public String current() {
    return chosen ? "page" : "false";
  }
}
