package org.mailroom.console.firstrun;

/**
 * A step in the list of all.
 *
 * @param key as texts name it
 * @param link its page
 * @param done true when the hub has what it is for
 * @param here true for the one that is open
 */
public record FirstStepLine(String key, String link, boolean done, boolean here) {

  /** Its styles. */
  public String style() {
    return (done ? "done" : "open") + (here ? " here" : "");
  }
}
