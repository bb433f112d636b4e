package org.mailroom.operation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.mailroom.hub.Pause;

/** A pause as the database keeps it. */
@Entity
@Table(name = "standing_pause")
public class StandingPause {

  @Id private String subject;
  private String actor;
  private String reason;
  private Instant since;
  private Instant until;

  /** For the database. */
  protected StandingPause() {}

  StandingPause(String subject, Pause pause) {
    this.subject = subject;
    this.actor = pause.actor();
    this.reason = pause.reason();
    this.since = pause.since();
    this.until = pause.until().orElse(null);
  }

  /** What is paused: {@code intake}, {@code relay} or the key of a next hop. */
  public String subject() {
    return subject;
  }

  /** Who paused it, why and until when. */
  public Pause pause() {
    return new Pause(actor, reason, since, Optional.ofNullable(until));
  }
}
