package org.mailroom.console.queues;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.settings.Durations;

/** Why something is to be paused and for how long, as somebody types it. */
public class PauseForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String reason = "";
  private String time = "";

  /** Nothing is typed any more. */
  void clear() {
    reason = "";
    time = "";
  }

  boolean lacksReason() {
    return reason.isBlank();
  }

  /**
   * How long it lasts; empty for no end.
   *
   * @throws IllegalArgumentException when what is typed is no duration
   */
  Optional<Duration> duration() {
    return time.isBlank() ? Optional.empty() : Optional.of(Durations.parse(time.strip()));
  }

  /** Why somebody wants it. */
  public String getReason() {
    return reason;
  }

  /** Takes the reason. */
  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason.strip();
  }

  /** How long it lasts; empty for no end. */
  public String getTime() {
    return time;
  }

  /** Takes how long it lasts. */
  public void setTime(String time) {
    this.time = time == null ? "" : time;
  }
}
