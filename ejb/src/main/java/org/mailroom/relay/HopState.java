package org.mailroom.relay;

import java.util.Locale;

/** How the gate treats a next hop, the ones that need a look first. */
public enum HopState {
  /** Not tried until its back-off has passed. */
  DOWN,
  /** Down, with one mail on its way to find out. */
  PROBING,
  /** Stopped by a person. */
  PAUSED,
  /** All its connections are in use. */
  FULL,
  /** Mail goes there. */
  ACTIVE;

  /** The state as REST and the console name it, such as {@code down}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
