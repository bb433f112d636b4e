package org.mailroom.dsn;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The NOTIFY parameter of RCPT (RFC 3461, 4.1): on which events a sender wants a DSN.
 *
 * @param events empty for {@code NEVER}
 */
public record Notify(Set<Event> events) {

  /** What a DSN can tell. */
  public enum Event {
    SUCCESS,
    FAILURE,
    DELAY
  }

  /** No DSN at all. */
  public static final Notify NEVER = new Notify(Set.of());

  /** What holds without the parameter: failure and delay. */
  public static final Notify DEFAULT = new Notify(Set.of(Event.FAILURE, Event.DELAY));

  /** Takes the events as they are. */
  public Notify {
    Objects.requireNonNull(events, "NOTIFY has events, or none for NEVER");
    events = events.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(events));
  }

  /**
   * Reads {@code NEVER}, or {@code SUCCESS}, {@code FAILURE}, {@code DELAY} with commas between.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Notify parse(String value) {
    String upper = value.toUpperCase(Locale.ROOT);
    if (upper.equals("NEVER")) {
      return NEVER;
    }
    EnumSet<Event> events = EnumSet.noneOf(Event.class);
    for (String item : upper.split(",", -1)) {
      events.add(Event.valueOf(item));
    }
    return new Notify(events);
  }

  /** True when the sender wants to hear of {@code event}. */
  public boolean wants(Event event) {
    return events.contains(event);
  }

  /** The value as RCPT takes it. */
  @Override
  public String toString() {
    if (events.isEmpty()) {
      return "NEVER";
    }
    return String.join(",", events.stream().sorted().map(Enum::name).toList());
  }
}
