package org.mailroom.console.operations;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** When a hold ends, as somebody chooses it: never, after a while, or at a time of this machine. */
public final class HoldForm implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The choice that goes with a time. */
  static final String AT = "at";

  private String choice = "";
  private String time = "";

  /** How long, as {@code 4h}; {@code at} for a time; empty until somebody releases the mail. */
  public String getChoice() {
    return choice;
  }

  /** Takes the choice. */
  public void setChoice(String choice) {
    this.choice = choice == null ? "" : choice;
  }

  /** The date and the time of day, as a browser sends them: {@code 2026-12-01T18:00}. */
  public String getTime() {
    return time;
  }

  /** Takes date and time. */
  public void setTime(String time) {
    this.time = time == null ? "" : time.strip();
  }

  /** The zone that the time is of. */
  public String getZone() {
    return ZoneId.systemDefault().getId();
  }

  /** The end as operations are told it, empty for none; a time that is no time as it is. */
  Optional<String> text() {
    return choice.equals(AT)
        ? Optional.of(instant().map(Instant::toString).orElse(time))
        : Optional.of(choice).filter(chosen -> !chosen.isEmpty());
  }

  /** False when a time was chosen that is none, or that is over. */
  boolean endsAfter(Instant now) {
    return !choice.equals(AT) || instant().filter(now::isBefore).isPresent();
  }

  private Optional<Instant> instant() {
    try {
      return Optional.of(LocalDateTime.parse(time).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
