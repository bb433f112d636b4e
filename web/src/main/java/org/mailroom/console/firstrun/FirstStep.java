package org.mailroom.console.firstrun;

import java.util.Arrays;
import java.util.Locale;

/** The steps of a first run, in their order. */
public enum FirstStep {
  DOMAIN,
  ADMINISTRATOR,
  PEOPLE,
  PORTS,
  MAIL;

  /** As addresses and texts name it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The step of a key; the first one for what is none. */
  static FirstStep of(String key) {
    return Arrays.stream(values()).filter(step -> step.key().equals(key)).findAny().orElse(DOMAIN);
  }

  /** The one after it; the last one is followed by itself. */
  FirstStep next() {
    return switch (this) {
      case DOMAIN -> ADMINISTRATOR;
      case ADMINISTRATOR -> PEOPLE;
      case PEOPLE -> PORTS;
      case PORTS, MAIL -> MAIL;
    };
  }

  /** The address of its page. */
  String link() {
    return "first-steps.xhtml?step=" + key();
  }
}
