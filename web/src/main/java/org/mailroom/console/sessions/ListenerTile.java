package org.mailroom.console.sessions;

/**
 * A listener with the count of its sessions, which leads to them.
 *
 * @param name of the listener; empty for all
 * @param count in words
 * @param chosen true for the one that the page shows
 */
public record ListenerTile(String name, String count, boolean chosen) {

  /** As HTML says it of a link. */
  public String current() {
    return chosen ? "page" : null;
  }
}
