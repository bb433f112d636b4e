package org.mailroom.console;

import java.io.Serializable;

/**
 * What came of an action, above the page.
 *
 * @param good false when nothing was done
 * @param text in words
 */
public record Notice(boolean good, String text) implements Serializable {

  /** Nothing to say. */
  public static final Notice NONE = new Notice(true, "");

  /** It is done. */
  public static Notice good(String text) {
    return new Notice(true, text);
  }

  /** It is not done, and why. */
  public static Notice bad(String text) {
    return new Notice(false, text);
  }

  /** Its style. */
  public String style() {
    return good ? "good" : "bad";
  }

  /** The style of its icon. */
  public String icon() {
    return good ? "pi-check-circle" : "pi-times-circle";
  }
}
